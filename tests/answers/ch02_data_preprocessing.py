"""Known answers of ch02_data_preprocessing."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "write_house_tiny",
        "return path",
        "pass",
        "test_file_is_written_and_its_path_returned",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "write_house_tiny",
        "return path",
        "return pd.read_csv(path)",
        "test_file_is_written_and_its_path_returned",
        "Return the path",
        "returns the table",
    ),
    Edit(
        "write_house_tiny",
        "return path",
        "return path.parent",
        "test_file_is_written_and_its_path_returned",
        "Return the path of the file",
        "returns the folder",
    ),
    Rewrite(
        "write_house_tiny",
        """
        import os
        import tempfile


        def write_house_tiny(path):
            folder = tempfile.mkdtemp()
            data_file = os.path.join(folder, "data", "house_tiny.csv")
            os.makedirs(os.path.dirname(data_file), exist_ok=True)
            with open(data_file, "w") as f:
                f.write("NumRooms,Alley,Price\\nNA,Pave,127500\\n2,NA,106000\\n")
                f.write("4,NA,178100\\nNA,NA,140000\\n")
            return data_file
        """,
        "test_file_is_written_and_its_path_returned",
        "not to a fixed one",
        "writes to a place of its own, as the notes do",
    ),
    Edit(
        "write_house_tiny",
        "path.parent.mkdir(parents=True, exist_ok=True)",
        "path.mkdir(parents=True, exist_ok=True)",
        "test_file_is_written_and_its_path_returned",
        "IsADirectoryError",
        "makes a folder of the file's name",
    ),
    Edit(
        "write_house_tiny",
        "parents=True, exist_ok=True",
        "parents=True",
        "test_file_is_written_and_its_path_returned",
        "FileExistsError",
        "the folder may be there",
    ),
    Edit(
        "write_house_tiny",
        "path.parent.mkdir(parents=True, exist_ok=True)",
        "pass",
        "test_folders_on_the_way_are_created",
        "FileNotFoundError",
        "creates no folder",
    ),
    Edit(
        "write_house_tiny",
        "parents=True, exist_ok=True",
        "exist_ok=True",
        "test_folders_on_the_way_are_created",
        "FileNotFoundError",
        "creates one folder only",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(data_file):
            data_file.parent.mkdir(parents=True, exist_ok=True)
            data_file.write_text(
                "NumRooms,Alley,Price\\nNA,Pave,127500\\n2,NA,106000\\n4,NA,178100\\nNA,NA,140000\\n"
            )
            return data_file
        """,
        "test_folders_on_the_way_are_created",
        "signature",
        "parameter renamed",
    ),
    Edit(
        "write_house_tiny",
        '"NumRooms,Alley,Price", ',
        "",
        "test_pandas_reads_the_table_back",
        "Column names in the first line",
        "no header",
    ),
    Edit(
        "write_house_tiny",
        ', "NA,NA,140000"',
        "",
        "test_pandas_reads_the_table_back",
        "3 rows",
        "last row lost",
    ),
    Edit(
        "write_house_tiny",
        '"\\n".join(lines)',
        '"\\n".join(lines).replace(",", ";")',
        "test_pandas_reads_the_table_back",
        "between commas",
        "semicolons",
    ),
    Edit(
        "write_house_tiny",
        '"\\n".join(lines)',
        '"".join(lines)',
        "test_pandas_reads_the_table_back",
        "in the first line",
        "no line breaks",
    ),
    Edit(
        "write_house_tiny",
        '"\\n".join(lines)',
        '"\\n".join(lines).replace(",", ", ")',
        "test_pandas_reads_the_table_back",
        "columns",
        "spaces after the commas become part of names and values",
    ),
    Edit(
        "write_house_tiny",
        '"2,NA,106000"',
        '"NA,2,106000"',
        "test_pandas_reads_the_table_back",
        "'NumRooms' differ",
        "a value in the wrong column",
    ),
    Edit(
        "write_house_tiny",
        '"\\n".join(lines)',
        '"\\n".join(lines).replace("NA", "missing")',
        "test_pandas_reads_the_table_back",
        "column 'NumRooms': text",
        "a word that pandas does not know",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            rooms, alley = [None, 2, 4, None], ["Pave", None, None, None]
            price = [127500, 106000, 178100, 140000]
            DataFrame({"NumRooms": rooms, "Alley": alley, "Price": price}).to_csv(path, na_rep="NA")
            return path
        """,
        "test_pandas_reads_the_table_back",
        "Unnamed",
        "with a column of row numbers",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            rooms, alley = [None, 2, 4, None], ["Pave", None, None, None]
            price = [127500, 106000, 178100, 140000]
            DataFrame({"NumRooms": rooms, "Alley": alley, "Price": price}).to_csv(path, index=False)
            return path
        """,
        "test_missing_values_are_written_as_NA",
        "says NA",
        "empty cells",
    ),
    Edit(
        "write_house_tiny",
        '"\\n".join(lines)',
        '"\\n".join(lines).replace("NA", "NaN")',
        "test_missing_values_are_written_as_NA",
        "says NA",
        "another word for missing",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a") as f:
                f.write("NumRooms,Alley,Price\\n")
                f.write("NA,Pave,127500\\n")
                f.write("2,NA,106000\\n")
                f.write("4,NA,178100\\n")
                f.write("NA,NA,140000\\n")
            return path
        """,
        "test_an_old_file_is_replaced",
        "appends",
        "appends to an old file",
    ),
    Edit(
        "write_house_tiny",
        "path.parent.mkdir(parents=True, exist_ok=True)",
        "path.parent.mkdir(parents=True, exist_ok=True)\n    if path.exists():\n        return path",
        "test_an_old_file_is_replaced",
        "replaces",
        "keeps an old file",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:2]",
        "test_outputs_are_the_last_column",
        "returned a DataFrame",
        "the notes' rows instead of a column (2.2, D001)",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:, 2:]",
        "test_outputs_are_the_last_column",
        "is a Series",
        "a table of one column",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[-1]",
        "test_outputs_are_the_last_column",
        "iloc[rows, columns]",
        "the last row",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        'data["Price"]',
        "test_outputs_are_the_last_column",
        "KeyError",
        "the name of the column is fixed",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:, 2]",
        "test_outputs_are_the_last_column",
        "'Rooms'",
        "the position of the column is fixed",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:, -1].to_numpy()",
        "test_outputs_are_the_last_column",
        "a Series",
        "a numpy array",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:-1, -1]",
        "test_outputs_are_the_last_column",
        "3 rows",
        "last row lost",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:, -1].reset_index(drop=True)",
        "test_outputs_are_the_last_column",
        "labels",
        "labels of the rows lost",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "Series(data.to_numpy()[:, -1], index=data.index, name=data.columns[-1])",
        "test_outputs_are_the_last_column",
        "objects",
        "the way over one array of objects",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data.iloc[:, -1].fillna(0)",
        "test_outputs_are_the_last_column",
        "instead of nan",
        "fills the outputs",
    ),
    Edit(
        "split_inputs_outputs",
        "return data.iloc[:, :-1], data.iloc[:, -1]",
        "return data.iloc[:, -1], data.iloc[:, :-1]",
        "test_outputs_are_the_last_column",
        "a Series",
        "the parts swapped",
    ),
    Edit(
        "split_inputs_outputs",
        "return data.iloc[:, :-1], data.iloc[:, -1]",
        "data.iloc[:, :-1], data.iloc[:, -1]",
        "test_outputs_are_the_last_column",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "split_inputs_outputs",
        "return data.iloc[:, :-1], data.iloc[:, -1]",
        "return data.iloc[:, :-1]",
        "test_outputs_are_the_last_column",
        "a tuple (",
        "only the inputs",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data.iloc[:, 0:2]",
        "test_inputs_are_all_columns_but_the_last",
        "However many columns",
        "two columns, as many as in the notes",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data.iloc[:, 1:-1]",
        "test_inputs_are_all_columns_but_the_last",
        "only the last one",
        "the first column is lost",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data",
        "test_inputs_are_all_columns_but_the_last",
        "only the last one is left out",
        "the outputs are among the inputs",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data.iloc[:, :-1].dropna()",
        "test_inputs_are_all_columns_but_the_last",
        "rows",
        "rows with gaps are lost",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data.iloc[:, :-1].select_dtypes('number')",
        "test_inputs_are_all_columns_but_the_last",
        "only the last one",
        "text is lost",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, :-1]",
        "data.iloc[:, :-1].squeeze()",
        "test_two_columns_and_one_row",
        "stay a DataFrame",
        "one column becomes a Series",
    ),
    Edit(
        "split_inputs_outputs",
        "data.iloc[:, -1]",
        "data[max(data.columns)] if 0 in data else data.iloc[:, -1]",
        "test_two_columns_and_one_row",
        "labels can be numbers",
        "takes the largest label for the last one",
    ),
    Rewrite(
        "split_inputs_outputs",
        """
        def split_inputs_outputs(data):
            outputs = data.pop(data.columns[-1])
            return data, outputs
        """,
        "test_data_is_not_modified",
        "modified in place",
        "pop takes the column out of the caller's table",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs",
        "inputs",
        "test_columns_and_rows_stay",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "fill_missing_with_mean",
        "numeric_only=True",
        "",
        "test_columns_and_rows_stay",
        "TypeError",
        "the mean of text (2.2, D002)",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "return inputs.mean(numeric_only=True)",
        "test_columns_and_rows_stay",
        "returned a Series",
        "returns the means",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna",
        "inputs = inputs.select_dtypes('number')\n    return inputs.fillna",
        "test_columns_and_rows_stay",
        "no column goes",
        "columns of text are lost",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "return inputs.dropna()",
        "test_columns_and_rows_stay",
        "No row",
        "drops rows",
    ),
    Edit(
        "fill_missing_with_mean",
        "numeric_only=True))",
        "numeric_only=True)).reset_index(drop=True)",
        "test_columns_and_rows_stay",
        "labels",
        "labels of the rows lost",
    ),
    Edit(
        "fill_missing_with_mean",
        "numeric_only=True))",
        "numeric_only=True)).to_numpy()",
        "test_columns_and_rows_stay",
        "returned a ndarray",
        "a numpy array",
    ),
    Edit(
        "fill_missing_with_mean",
        "inputs.mean(numeric_only=True)",
        "inputs.median(numeric_only=True)",
        "test_missing_numbers_become_the_mean_of_their_column",
        "median",
        "median",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "numbers = inputs.select_dtypes('number')\n"
        "    return inputs.fillna({c: 0 for c in numbers})",
        "test_missing_numbers_become_the_mean_of_their_column",
        "Zeros",
        "fills with 0",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "numbers = inputs.select_dtypes('number')\n"
        "    mean = numbers.stack().mean()\n"
        "    return inputs.fillna({c: mean for c in numbers})",
        "test_missing_numbers_become_the_mean_of_their_column",
        "whole table",
        "one mean for the whole table",
    ),
    Edit(
        "fill_missing_with_mean",
        "inputs.mean(numeric_only=True)",
        "inputs.sum(numeric_only=True) / len(inputs)",
        "test_missing_numbers_become_the_mean_of_their_column",
        "number of all rows",
        "gaps count as 0",
    ),
    Edit(
        "fill_missing_with_mean",
        "inputs.mean(numeric_only=True)",
        "inputs.dropna().mean(numeric_only=True)",
        "test_missing_numbers_become_the_mean_of_their_column",
        "without any gap",
        "mean of the complete rows",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            numbers = inputs.select_dtypes("number")
            filled = numbers.T.fillna(numbers.mean(axis=1)).T
            return inputs.assign(**filled)
        """,
        "test_missing_numbers_become_the_mean_of_their_column",
        "mean of the row",
        "mean of the row",
    ),
    Edit(
        "fill_missing_with_mean",
        "inputs.mean(numeric_only=True)",
        "inputs.mean(numeric_only=True).round()",
        "test_missing_numbers_become_the_mean_of_their_column",
        "38.0 instead of 37.6875",
        "rounded",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "numbers = inputs.select_dtypes('number').columns\n"
        "    return inputs.assign(**inputs[numbers].ffill().bfill())",
        "test_missing_numbers_become_the_mean_of_their_column",
        "values of column 'NumRooms' differ",
        "fills with the neighbour",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "means = inputs.mean(numeric_only=True)\n    return inputs.fillna(means[:1])",
        "test_missing_numbers_become_the_mean_of_their_column",
        "column 'Area'",
        "only the first column is filled",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "means = inputs.mean(numeric_only=True)\n"
        "    return inputs.assign(**{c: means[c] for c in means.index})",
        "test_missing_numbers_become_the_mean_of_their_column",
        "values of column 'NumRooms' differ",
        "all values become the mean",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "return inputs.copy()",
        "test_missing_numbers_become_the_mean_of_their_column",
        "still missing",
        "fills nothing",
    ),
    Edit(
        "fill_missing_with_mean",
        "numeric_only=True))",
        "numeric_only=True)).fillna('nan')",
        "test_text_stays_as_it_is",
        "Columns of text are left alone",
        "gaps of text are filled too",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            inputs = inputs.fillna(inputs.mean(numeric_only=True))
            return inputs.fillna(inputs.mode().iloc[0])
        """,
        "test_text_stays_as_it_is",
        "Columns of text are left alone",
        "gaps of text become the commonest value",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            out = inputs.copy()
            for name in out:
                try:
                    out[name] = pd.to_numeric(out[name])
                except (ValueError, TypeError):
                    continue
                out[name] = out[name].fillna(out[name].mean())
            return out
        """,
        "test_text_stays_as_it_is",
        "digits",
        "turns text of digits into numbers",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            return inputs.apply(
                lambda c: c.fillna(c.mean()) if c.dtype.kind in "fi" else c.map(str)
            )
        """,
        "test_text_stays_as_it_is",
        "Columns of text are left alone",
        "missing text becomes the text 'nan'",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "means = inputs.mean(numeric_only=True)\n    means.iloc[0] += 0\n"
        "    return inputs.fillna(means)",
        "test_nothing_to_fill",
        "IndexError",
        "expects a column of numbers",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "means = inputs.mean(numeric_only=True)\n    for name in means.index:\n"
        "        inputs[name] = inputs[name].fillna(means[name])\n    return inputs",
        "test_inputs_is_not_modified",
        "modified in place",
        "fills the caller's table",
    ),
    Edit(
        "fill_missing_with_mean",
        "return inputs.fillna(inputs.mean(numeric_only=True))",
        "inputs.fillna(inputs.mean(numeric_only=True), inplace=True)\n    return inputs",
        "test_inputs_is_not_modified",
        "modified in place",
        "inplace=True",
    ),
    Edit(
        "one_hot_categories",
        "return pd",
        "pd",
        "test_a_column_for_every_category_and_for_missing",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, ",
        "",
        "test_a_column_for_every_category_and_for_missing",
        "Column_nan",
        "no column for missing",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, ",
        "dummy_na=True, drop_first=True, ",
        "test_a_column_for_every_category_and_for_missing",
        "each category",
        "the first category has no column",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, ",
        "dummy_na=True, columns=list(inputs.columns), ",
        "test_a_column_for_every_category_and_for_missing",
        "numbers as they were",
        "numbers are encoded too (notes: text only)",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, ",
        "dummy_na=True, prefix_sep='.', ",
        "test_a_column_for_every_category_and_for_missing",
        "Column_category",
        "other names",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, ",
        "dummy_na=True, prefix='', prefix_sep='', ",
        "test_a_column_for_every_category_and_for_missing",
        "Column_category",
        "names without the column: two are called Pave",
    ),
    Edit(
        "one_hot_categories",
        "return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "table = pd.get_dummies(inputs, dummy_na=True, dtype=float)\n"
        "    return pd.concat([inputs, table], axis=1)",
        "test_a_column_for_every_category_and_for_missing",
        "columns",
        "the columns of text stay",
    ),
    Edit(
        "one_hot_categories",
        "return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "text = inputs.select_dtypes(exclude='number')\n"
        "    return pd.get_dummies(text, dummy_na=True, dtype=float)",
        "test_a_column_for_every_category_and_for_missing",
        "numbers as they were",
        "columns of numbers are lost",
    ),
    Edit(
        "one_hot_categories",
        "return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "table = pd.get_dummies(inputs, dummy_na=True, dtype=float)\n"
        "    return table.reset_index(drop=True)",
        "test_a_column_for_every_category_and_for_missing",
        "rows with the labels",
        "labels of the rows lost",
    ),
    Edit(
        "one_hot_categories",
        "return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "inputs = inputs.dropna()\n    return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "test_a_column_for_every_category_and_for_missing",
        "columns",
        "rows with gaps are dropped first",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = inputs.copy()
            for name in out.select_dtypes(exclude="number"):
                out[name] = pd.factorize(out[name])[0]
            return out
        """,
        "test_a_column_for_every_category_and_for_missing",
        "each category",
        "numbers the categories",
    ),
    Edit(
        "one_hot_categories",
        "dummy_na=True, dtype=float",
        "dummy_na=True, dtype=float).to_numpy(",
        "test_a_column_for_every_category_and_for_missing",
        "returned a ndarray",
        "a numpy array",
    ),
    Edit(
        "one_hot_categories",
        ", dtype=float",
        "",
        "test_all_columns_are_numeric",
        "the values of a table with bools are objects",
        "bool columns make .values an array of objects (2.2, D003)",
    ),
    Edit(
        "one_hot_categories",
        "dtype=float)",
        "dtype=float).astype(object)",
        "test_numbers_are_kept",
        "objects",
        "columns of objects",
    ),
    Edit(
        "one_hot_categories",
        "dtype=float)",
        "dtype=float).astype(str)",
        "test_numbers_are_kept",
        "text",
        "everything becomes text",
    ),
    Edit(
        "one_hot_categories",
        "dtype=float)",
        "dtype=float).astype(bool)",
        "test_numbers_are_kept",
        "True and False",
        "numbers become bool too",
    ),
    Edit(
        "one_hot_categories",
        "dtype=float)",
        "dtype=float).fillna(0)",
        "test_numbers_are_kept",
        "their gaps too",
        "fills the gaps of the numbers",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            table = pd.get_dummies(inputs, dummy_na=True, dtype=float)
            return (table > 0).where(table.notna()).astype(float)
        """,
        "test_numbers_are_kept",
        "stay as they are",
        "numbers become 0 and 1",
    ),
    Edit(
        "one_hot_categories",
        "return pd.get_dummies(inputs, dummy_na=True, dtype=float)",
        "table = pd.get_dummies(inputs, dummy_na=True, dtype=float)\n"
        "    new = table.columns.difference(inputs.columns)\n"
        "    return table.assign(**(1 - table[new]))",
        "test_one_where_the_category_is_zero_elsewhere",
        "column 'Alley_Grvl' differ",
        "0 and 1 swapped",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = inputs.select_dtypes("number").copy()
            for name in inputs.columns.difference(out.columns):
                for value in inputs[name].dropna().unique():
                    out[f"{name}_{value}"] = (inputs[name] == value).astype(float)
                out[f"{name}_nan"] = float(inputs[name].isna().any())
            return out
        """,
        "test_one_where_the_category_is_zero_elsewhere",
        "column 'Alley_nan' differ",
        "1 in all rows when any value is missing",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = inputs.select_dtypes("number").copy()
            for name in inputs.columns.difference(out.columns):
                for value in inputs[name].dropna().unique():
                    out[f"{name}_{value}"] = inputs[name].isin([value, None]).astype(int)
                out[f"{name}_nan"] = inputs[name].isna().astype(int)
            return out
        """,
        "test_one_where_the_category_is_zero_elsewhere",
        "column 'Alley_Grvl' differ",
        "missing counts as every category",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = inputs.select_dtypes("number").copy()
            for name in inputs.columns.difference(out.columns):
                values = sorted(inputs[name].dropna().unique())
                for i, value in enumerate(values):
                    out[f"{name}_{value}"] = (inputs[name] == value) * (i + 1)
                out[f"{name}_nan"] = inputs[name].isna() * 1
            return out
        """,
        "test_one_where_the_category_is_zero_elsewhere",
        "column 'Alley_Pave' differ",
        "numbers the categories inside their columns",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            text = [name for name in inputs if inputs[name].isna().any() and inputs[name].dtype != float]
            return pd.get_dummies(inputs, columns=text, dummy_na=True, dtype=float)
        """,
        "test_text_without_gaps_is_encoded_too",
        "columns ['Alley']",
        "text without gaps is not encoded",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            for name in inputs.select_dtypes(exclude="number").columns:
                column = inputs.pop(name)
                for value in column.dropna().unique():
                    inputs[f"{name}_{value}"] = (column == value).astype(int)
                if column.isna().any():
                    inputs[f"{name}_nan"] = column.isna().astype(int)
            return inputs
        """,
        "test_inputs_is_not_modified",
        "modified in place",
        "encodes the caller's table",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "pass",
        "test_shapes_and_dtypes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X",
        "test_shapes_and_dtypes",
        "a tuple (",
        "y does not come back",
    ),
    Edit("to_tensors", "return X, y", "return y, X", "test_shapes_and_dtypes", "shape", "swapped"),
    Edit(
        "to_tensors",
        "return X, y",
        "return X, y.reshape(-1, 1)",
        "test_shapes_and_dtypes",
        "shape (4, 1)",
        "y with a second axis",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X.T, y",
        "test_shapes_and_dtypes",
        "shape (3, 4)",
        "X transposed",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X[:-1], y[:-1]",
        "test_shapes_and_dtypes",
        "shape (3, 3)",
        "last row lost",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X.squeeze(), y.squeeze()",
        "test_shapes_and_dtypes",
        "shape (4,)",
        "axes of size 1 lost",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X.numpy(), y.numpy()",
        "test_shapes_and_dtypes",
        "Its type is ndarray",
        "numpy arrays",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            return torch.tensor(inputs.values), torch.tensor(outputs.values)
        """,
        "test_shapes_and_dtypes",
        "dtype int64",
        "the notes' call: y is int64 for whole prices (2.2)",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            return torch.Tensor(inputs.values), torch.Tensor(outputs.values)
        """,
        "test_shapes_and_dtypes",
        "dtype float32",
        "torch.Tensor is always float32",
    ),
    Edit(
        "to_tensors",
        "torch.tensor(inputs.to_numpy(), dtype=torch.float64)",
        "torch.tensor(inputs.to_numpy())",
        "test_shapes_and_dtypes",
        "dtype int64",
        "X takes over the dtype of the table",
    ),
    Edit(
        "to_tensors",
        "torch.tensor(outputs.to_numpy(), dtype=torch.float64)",
        "torch.tensor(outputs.to_numpy())",
        "test_shapes_and_dtypes",
        "also where the table holds whole numbers",
        "y takes over the dtype of the prices (2.2)",
    ),
    Edit(
        "to_tensors",
        "X = torch.tensor(inputs.to_numpy(), dtype=torch.float64)",
        "X = torch.tensor(inputs.reset_index().to_numpy(), dtype=torch.float64)",
        "test_shapes_and_dtypes",
        "shape (4, 4)",
        "the labels of the rows become a column",
    ),
    Edit(
        "to_tensors",
        "X = torch.tensor(inputs.to_numpy(), dtype=torch.float64)",
        "X = torch.tensor(inputs.sort_index().to_numpy(), dtype=torch.float64)",
        "test_values_are_those_of_the_table_row_by_row",
        "Rows stay in their order",
        "rows sorted by their labels",
    ),
    Edit(
        "to_tensors",
        "y = torch.tensor(outputs.to_numpy(), dtype=torch.float64)",
        "y = torch.tensor([outputs.get(i, 0) for i in range(len(outputs))], dtype=torch.float64)",
        "test_values_are_those_of_the_table_row_by_row",
        "whatever their labels",
        "takes labels for positions",
    ),
    Edit(
        "to_tensors",
        "y = torch.tensor(outputs.to_numpy(), dtype=torch.float64)",
        "y = torch.tensor(outputs.index.to_numpy(), dtype=torch.float64)",
        "test_values_are_those_of_the_table_row_by_row",
        "labels are no values",
        "the labels instead of the values",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return (X - X.mean(0)) / (X.std(0) + 1e-8), y",
        "test_values_are_those_of_the_table_row_by_row",
        "values differ",
        "standardises",
    ),
    Edit(
        "to_tensors",
        "inputs.to_numpy()",
        "inputs[sorted(inputs)].to_numpy()",
        "test_values_are_those_of_the_table_row_by_row",
        "values differ",
        "sorts the columns",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "return X.float().double(), y.float().double()",
        "test_no_digit_is_lost",
        "float32",
        "the way over float32",
    ),
    Edit(
        "to_tensors",
        "outputs.to_numpy()",
        "outputs.to_numpy().astype(int)",
        "test_no_digit_is_lost",
        "cut to whole numbers",
        "cuts prices to whole numbers",
    ),
    Edit(
        "to_tensors",
        "return X, y",
        "inputs.insert(0, 'y', outputs)\n    return X, y",
        "test_inputs_and_outputs_are_not_modified",
        "modified in place",
        "changes the caller's table",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            s = dict(data.isnull().sum())
            values = s.values()
            max_col = max(values)
            for item in s:
                if s[item] == max_col:
                    data = data.drop(item, axis=1)
            return data
        """,
        "test_a_tie_goes_to_the_leftmost",
        "exactly one goes",
        "the notes' version 1 drops all columns of a tie (2.2.5, D006)",
    ),
    Edit(
        "dropMaxNullCol",
        "missing.idxmax()",
        "missing[::-1].idxmax()",
        "test_a_tie_goes_to_the_leftmost",
        "leftmost",
        "the last column of a tie",
    ),
    Edit(
        "dropMaxNullCol",
        "missing.idxmax()",
        "missing.sort_values().index[-1]",
        "test_a_tie_goes_to_the_leftmost",
        "leftmost",
        "some column of a tie",
    ),
    Edit(
        "dropMaxNullCol",
        "missing.idxmax()",
        "missing[missing == missing.max()].index",
        "test_a_tie_goes_to_the_leftmost",
        "exactly one goes",
        "all columns with the largest count",
    ),
    Edit(
        "dropMaxNullCol",
        "missing = data.isna().sum()",
        "missing = data.isna().sum()\n    if missing.max() == 0:\n        return data",
        "test_without_missing_values_the_leftmost_goes",
        "still exactly one goes",
        "nothing goes without missing values (2.2.5, D007)",
    ),
    Edit(
        "dropMaxNullCol",
        "missing = data.isna().sum()",
        "missing = data.isna().sum()\n    missing = missing[missing > 0]",
        "test_without_missing_values_the_leftmost_goes",
        "empty",
        "looks only at columns with gaps",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna()",
        "data.notna()",
        "test_the_column_with_most_missing_values_goes",
        "Count the missing values",
        "counts the values that are there",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna().sum()",
        "data.count()",
        "test_the_column_with_most_missing_values_goes",
        "Count the missing values",
        "count() counts what is there",
    ),
    Edit(
        "dropMaxNullCol",
        "idxmax()",
        "idxmin()",
        "test_the_column_with_most_missing_values_goes",
        "the largest count goes",
        "fewest missing values",
    ),
    Edit(
        "dropMaxNullCol",
        "missing.idxmax()",
        "missing.argmax()",
        "test_the_column_with_most_missing_values_goes",
        "not found in axis",
        "argmax is a position, drop wants a label (2.2.5, D008)",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.dropna(axis=1)",
        "test_the_column_with_most_missing_values_goes",
        "only that",
        "drops all columns with gaps",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data[missing.idxmax()]",
        "test_the_column_with_most_missing_values_goes",
        "returned a Series",
        "returns the column",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return missing.idxmax()",
        "test_the_column_with_most_missing_values_goes",
        "returned a str",
        "returns the label",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.drop(columns=missing.idxmax(), inplace=True)",
        "test_the_column_with_most_missing_values_goes",
        "did you forget `return`",
        "drop in place returns None",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna().sum()",
        "data.isna().sum(axis=1)",
        "test_the_column_with_most_missing_values_goes",
        "not found in axis",
        "counts over rows",
    ),
    Edit(
        "dropMaxNullCol",
        "data.drop(columns=missing.idxmax())",
        "data.drop(index=data.isna().sum(axis=1).idxmax())",
        "test_the_column_with_most_missing_values_goes",
        "columns",
        "drops a row",
    ),
    Edit(
        "dropMaxNullCol",
        "data.drop(columns=missing.idxmax())",
        "data[data.columns.difference([missing.idxmax()])]",
        "test_the_column_with_most_missing_values_goes",
        "columns",
        "the others in another order",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            position = data.isna().sum().argmax()
            label = position if position in data.columns else data.columns[position]
            return data.drop(label, axis=1)
        """,
        "test_labels_of_any_kind",
        "position is not a label",
        "argmax taken for a label where labels are integers",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            worst = data.isna().sum().idxmax()
            return data[[name for name in data if str(name) > str(worst) or str(name) < str(worst)]]\\
                .rename(columns=str)
        """,
        "test_labels_of_any_kind",
        "columns",
        "labels become text",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            counts = sorted((-int(data[name].isna().sum()), name) for name in data)
            return data.drop(columns=[counts[0][1]])
        """,
        "test_a_tie_goes_to_the_leftmost",
        "leftmost",
        "the alphabet breaks ties",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna().sum()",
        "data.select_dtypes('number').isna().sum()",
        "test_every_kind_of_missing_counts",
        "of every type",
        "counts in columns of numbers only",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna()",
        "data.replace({'': None, 'NA': None, ' ': None, '0': None}).isna()",
        "test_every_kind_of_missing_counts",
        "are values",
        "empty text counts",
    ),
    Edit(
        "dropMaxNullCol",
        "data.isna()",
        "(data.isna() | (data == 0))",
        "test_every_kind_of_missing_counts",
        "are values",
        "zeros count",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.drop(columns=missing.idxmax()).dropna()",
        "test_the_column_with_most_missing_values_goes",
        "rows",
        "rows with gaps go too",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.drop(columns=missing.idxmax()).fillna(0)",
        "test_other_columns_are_unchanged",
        "values",
        "the others are filled",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.drop(columns=missing.idxmax()).reset_index(drop=True)",
        "test_other_columns_are_unchanged",
        "labels",
        "labels of the rows lost",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "return data.T.drop(index=missing.idxmax()).T",
        "test_other_columns_are_unchanged",
        "types of the other columns stay",
        "transposing makes columns of objects",
    ),
    Edit(
        "dropMaxNullCol",
        "missing = data.isna().sum()",
        "missing = data.isna().sum()\n    if len(missing) == 1:\n        return data",
        "test_a_single_column_goes_too",
        "A single column goes",
        "keeps a single column",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "data.drop(columns=missing.idxmax(), inplace=True)\n    return data",
        "test_data_is_not_modified",
        "modified in place",
        "drops the column of the caller's table",
    ),
    Edit(
        "dropMaxNullCol",
        "return data.drop(columns=missing.idxmax())",
        "data.pop(missing.idxmax())\n    return data.copy()",
        "test_data_is_not_modified",
        "modified in place",
        "pop takes the column out of the caller's table",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            with open(path, "r+") as file:
                file.write("NumRooms,Alley,Price\\nNA,Pave,127500\\n2,NA,106000\\n4,NA,178100\\nNA,NA,140000\\n")
            return path
        """,
        "test_an_old_file_is_replaced",
        "5 lines",
        "the end of a longer old file stays",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            table = inputs.assign(outputs=outputs).to_numpy(dtype=float, copy=True)
            return torch.from_numpy(table[:, :-1]), torch.from_numpy(table[:, -1])
        """,
        "test_values_are_those_of_the_table_row_by_row",
        "whatever their labels",
        "a new column is matched by the labels of the rows",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            nulls = data.isna().sum() + (data == "").sum()
            return data.drop(columns=[nulls.idxmax()])
        """,
        "test_every_kind_of_missing_counts",
        "are values",
        "empty text counts as missing",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            if data.isna().all().any():
                return data.dropna(axis=1, how="all")
            return data.drop(columns=[data.isna().sum().idxmax()])
        """,
        "test_a_tie_goes_to_the_leftmost",
        "exactly one goes",
        "all empty columns go",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            parts = {}
            for name, column in inputs.items():
                if pd.api.types.is_numeric_dtype(column):
                    parts[name] = column
                    continue
                known = [v for v in column if v is None or v == v]
                for category in dict.fromkeys(known):
                    parts[f"{name}_{category}"] = (column == category).fillna(False).astype(int)
                parts[f"{name}_nan"] = column.map(lambda v: int(v != v))
            return DataFrame(parts, index=inputs.index)
        """,
        "test_one_where_the_category_is_zero_elsewhere",
        "Alley_None",
        "None counts as a category",
    ),
]

RIGHT = [
    Rewrite(
        "write_house_tiny",
        """
        import os


        def write_house_tiny(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w") as f:
                f.write("NumRooms,Alley,Price\\n")
                f.write("NA,Pave,127500\\n")
                f.write("2,NA,106000\\n")
                f.write("4,NA,178100\\n")
                f.write("NA,NA,140000\\n")
            return path
        """,
        why="the notes' own, at the path that is handed in",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            rooms, alley = [None, 2, 4, None], ["Pave", None, None, None]
            data = DataFrame({"NumRooms": rooms, "Alley": alley})
            data["Price"] = [127500, 106000, 178100, 140000]
            data.to_csv(path, index=False, na_rep="NA")
            return str(path)
        """,
        why="pandas writes 2.0 rooms; the path as a text",
    ),
    Rewrite(
        "write_house_tiny",
        """
        import csv


        def write_house_tiny(path):
            path = Path(path).absolute()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", newline="") as f:
                writer = csv.writer(f, quoting=csv.QUOTE_NONNUMERIC)
                writer.writerow(["NumRooms", "Alley", "Price"])
                writer.writerow(["NA", "Pave", 127500])
                writer.writerows([[2, "NA", 106000], [4, "NA", 178100], ["NA", "NA", 140000]])
            return path
        """,
        why="the csv module: quotes and \\\\r\\\\n",
    ),
    Rewrite(
        "write_house_tiny",
        """
        def write_house_tiny(path):
            missing = [p for p in path.parents if not p.exists()]
            for folder in reversed(missing):
                folder.mkdir()
            file = open(path, "w")
            print("NumRooms", "Alley", "Price", sep=",", file=file)
            print("NA,Pave,127500\\n2,NA,106000\\n4,NA,178100\\nNA,NA,140000", end="", file=file)
            file.close()
            return path
        """,
        why="print, without a line break at the end",
    ),
    Rewrite(
        "split_inputs_outputs",
        """
        def split_inputs_outputs(data):
            last = data.columns[-1]
            return data.drop(last, axis=1), data[last]
        """,
        why="by label",
    ),
    Rewrite(
        "split_inputs_outputs",
        """
        def split_inputs_outputs(data):
            data = data.copy()
            outputs = data.pop(data.columns[-1])
            return data, outputs
        """,
        why="pop from a copy",
    ),
    Rewrite(
        "split_inputs_outputs",
        """
        def split_inputs_outputs(data):
            n = data.shape[1]
            inputs, outputs = data.iloc[:, 0 : n - 1], data.iloc[:, n - 1]
            return [inputs, outputs]
        """,
        why="the notes' iloc put right, as a list",
    ),
    Rewrite(
        "split_inputs_outputs",
        """
        def split_inputs_outputs(data):
            *names, last = data.columns
            return data[names], data.loc[:, last].copy()
        """,
        why="a list of labels",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            out = inputs.copy()
            for name in out.select_dtypes(include="number").columns:
                out[name] = out[name].fillna(out[name].mean())
            return out
        """,
        why="column by column",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        import numpy as np


        def fill_missing_with_mean(inputs):
            out = {}
            for name, column in inputs.items():
                if pd.api.types.is_numeric_dtype(column):
                    values = column.to_numpy(dtype=float)
                    column = np.where(np.isnan(values), np.nanmean(values), values)
                out[name] = column
            return pd.DataFrame(out, index=inputs.index)
        """,
        why="numpy; columns of int become float",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            numbers = inputs.select_dtypes("number")
            filled = numbers.where(numbers.notna(), numbers.sum() / numbers.count(), axis=1)
            return inputs.assign(**filled)
        """,
        why="where, and the mean by hand",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            return inputs.apply(lambda c: c.fillna(c.mean()) if c.dtype.kind in "iuf" else c)
        """,
        why="apply",
    ),
    Rewrite(
        "fill_missing_with_mean",
        """
        def fill_missing_with_mean(inputs):
            result = inputs.copy(deep=True)
            for j in range(result.shape[1]):
                column = result.iloc[:, j]
                if not pd.api.types.is_numeric_dtype(column):
                    continue
                known = [v for v in column if v == v]
                mean = sum(known) / len(known)
                result.isetitem(j, [mean if v != v else v for v in column])
            return result
        """,
        why="loops over plain lists",
    ),
    Edit("one_hot_categories", "dtype=float", "dtype=int", why="whole numbers"),
    Edit("one_hot_categories", "dtype=float", "dtype='uint8'", why="as pandas 1 did"),
    Edit("one_hot_categories", "dtype=float", "dtype='float32'", why="single precision"),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            return pd.get_dummies(inputs, dummy_na=True).astype(float)
        """,
        why="bool first, then everything to float",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            numbers, text = inputs.select_dtypes("number"), inputs.select_dtypes(exclude="number")
            ones = [pd.get_dummies(text[name], prefix=name, dummy_na=True, dtype=int) for name in text]
            return pd.concat([*ones, numbers], axis=1)
        """,
        why="column by column, numbers last",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = {}
            for name in inputs.columns:
                column = inputs[name]
                if pd.api.types.is_numeric_dtype(column):
                    out[name] = column
                    continue
                for value in column.dropna().unique():
                    out[f"{name}_{value}"] = (column == value).astype(int)
                if column.isna().any():
                    out[f"{name}_nan"] = column.isna().astype(int)
            return DataFrame(out)
        """,
        why="by hand: new columns where the text was, _nan only where values are missing",
    ),
    Rewrite(
        "one_hot_categories",
        """
        def one_hot_categories(inputs):
            out = inputs.select_dtypes("number").copy()
            for name in inputs.columns[::-1]:
                if name in out.columns:
                    continue
                text = ["nan" if v is None or v != v else v for v in inputs[name]]
                for category in set(text) | {"nan"}:
                    out[name + "_" + category] = [1.0 if v == category else 0.0 for v in text]
            return out
        """,
        why="by hand: categories in the order of a set",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            return torch.tensor(inputs.values.astype(float)), torch.tensor(outputs.values.astype(float))
        """,
        why="values, converted by numpy",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            X = torch.from_numpy(inputs.to_numpy(dtype="float64", copy=True))
            y = torch.from_numpy(outputs.to_numpy(dtype="float64", copy=True))
            return X, y
        """,
        why="from_numpy",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            rows = [[float(v) for v in row] for row in inputs.itertuples(index=False)]
            return [torch.DoubleTensor(rows), torch.DoubleTensor([float(v) for v in outputs])]
        """,
        why="through lists, as a list",
    ),
    Rewrite(
        "to_tensors",
        """
        def to_tensors(inputs, outputs):
            X = torch.zeros(inputs.shape, dtype=torch.float64)
            for i in range(inputs.shape[0]):
                for j in range(inputs.shape[1]):
                    X[i, j] = float(inputs.iloc[i, j])
            return X, torch.tensor(outputs.tolist()).double() if outputs.dtype.kind == "i" \\
                else torch.tensor(outputs.tolist(), dtype=torch.float64)
        """,
        why="cell by cell",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            s = data.isnull().sum()
            max_col = s.idxmax()
            data = data.drop(max_col, axis=1)
            return data
        """,
        why="the notes' version 2",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            s = data.isnull().sum()
            max_col_index = s.argmax()
            tmp_data = data.iloc[:, max_col_index : max_col_index + 1]
            data = data.drop(tmp_data.columns[0], axis=1)
            return data
        """,
        why="the notes' version 3, right where labels are unique",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            counts = [int(data.iloc[:, j].isna().sum()) for j in range(data.shape[1])]
            worst = counts.index(max(counts))
            return data.iloc[:, [j for j in range(len(counts)) if j != worst]].copy()
        """,
        why="by position",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            worst = data.isna().mean().idxmax()
            return data[[name for name in data.columns if name != worst]]
        """,
        why="shares instead of counts, a list of labels",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            present = data.count()
            result = data.copy()
            del result[present.index[present.to_numpy().argmin()]]
            return result
        """,
        why="fewest values that are there, del on a copy",
    ),
    Rewrite(
        "dropMaxNullCol",
        """
        def dropMaxNullCol(data):
            worst, most = None, -1
            for name in data.columns:
                missing = sum(pd.isna(value) for value in data[name])
                if missing > most:
                    worst, most = name, missing
            return data.loc[:, data.columns != worst]
        """,
        why="a loop and a mask of columns",
    ),
]
