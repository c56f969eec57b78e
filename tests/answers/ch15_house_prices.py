"""Known answers of ch15_house_prices."""

from tests.answers import Edit, Rewrite

WRONG = [
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            os.makedirs(cache_dir, exist_ok=True)
            fname = os.path.join(cache_dir, url.split("/")[-1])
            if os.path.exists(fname):
                sha1 = hashlib.sha1()
                with open(fname, "rb") as f:
                    while True:
                        data = f.read(1048576)
                        if not data:
                            break
                        sha1.update(data)
                if sha1.hexdigest() == sha1_hash:
                    return fname
            r = urllib.request.urlopen(url)
            with open(fname, "wb") as f:
                f.write(r.read())
            return fname
        """,
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "check the SHA-1 of what arrives",
        "a fresh download is never checked (notes 4.10)",
    ),
    Rewrite(
        "download",
        """
        import http.client
        from urllib.parse import urlsplit


        def download(url, cache_dir, sha1_hash):
            os.makedirs(cache_dir, exist_ok=True)
            fname = os.path.join(cache_dir, url.split("/")[-1])
            if os.path.exists(fname) and hashlib.sha1(Path(fname).read_bytes()).hexdigest() == sha1_hash:
                return fname
            parts = urlsplit(url)
            connection = http.client.HTTPConnection(parts.netloc)
            connection.request("GET", parts.path)
            content = connection.getresponse().read()
            Path(fname).write_bytes(content)
            return fname
        """,
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "raised nothing",
        "neither the hash nor the status of the answer is checked",
    ),
    Edit(
        "download",
        "if path.exists() and sha1_of(path) == sha1_hash:",
        "if False:",
        "test_a_right_file_in_the_cache_is_used",
        "need not be asked",
        "no cache",
    ),
    Edit(
        "download",
        "if path.exists() and sha1_of(path) == sha1_hash:",
        "if path.exists():",
        "test_a_wrong_file_in_the_cache_is_replaced",
        "the SHA-1 of all its contents",
        "whatever exists is taken",
    ),
    Edit(
        "download",
        "sha1_of(path) == sha1_hash",
        "hashlib.sha1(path.name.encode()).hexdigest() == sha1_hash",
        "test_a_right_file_in_the_cache_is_used",
        "need not be asked",
        "hash of the name",
    ),
    Edit(
        "download",
        "sha1_of(path) == sha1_hash",
        "path.stat().st_size > 0",
        "test_a_wrong_file_in_the_cache_is_replaced",
        "the SHA-1 of all its contents",
        "a file that is not empty is taken",
    ),
    Edit(
        "download",
        "if path.exists() and sha1_of(path) == sha1_hash:",
        "if path.exists() and hashlib.sha1(path.read_bytes()[:1048576]).hexdigest() == sha1_hash:",
        "test_a_right_file_in_the_cache_is_used",
        "need not be asked",
        "only the first piece of the cached file is hashed",
    ),
    Edit(
        "download",
        'folder / url.split("/")[-1]',
        "folder / sha1_hash",
        "test_file_is_fetched_and_its_path_returned",
        "last part of the URL",
        "file named after the hash",
    ),
    Edit(
        "download",
        'folder / url.split("/")[-1]',
        'folder / "kaggle_house_train"',
        "test_file_is_fetched_and_its_path_returned",
        "last part of the URL",
        "file named after the key",
    ),
    Edit(
        "download",
        'folder / url.split("/")[-1]',
        'folder / url.split("://")[1].replace("/", "_")',
        "test_file_is_fetched_and_its_path_returned",
        "last part of the URL",
        "file named after the whole URL",
    ),
    Edit(
        "download",
        "        os.replace(unfinished, path)\n    return path",
        "        os.replace(unfinished, path)\n    return url",
        "test_file_is_fetched_and_its_path_returned",
        "last part of the URL",
        "returns the URL",
    ),
    Edit(
        "download",
        "        os.replace(unfinished, path)\n    return path",
        "        os.replace(unfinished, path)\n    return path.read_bytes()",
        "test_file_is_fetched_and_its_path_returned",
        "the path",
        "returns the contents",
    ),
    Edit(
        "download",
        "        os.replace(unfinished, path)\n    return path",
        "        os.replace(unfinished, path)",
        "test_file_is_fetched_and_its_path_returned",
        "did you forget `return`",
        "no return after a download",
    ),
    Edit(
        "download",
        "        return path\n    path.unlink",
        "        return None\n    path.unlink",
        "test_a_right_file_in_the_cache_is_used",
        "did you forget `return`",
        "no path from the cache",
    ),
    Edit(
        "download",
        "if sha1_of(unfinished) != sha1_hash:",
        "if hashlib.md5(unfinished.read_bytes()).hexdigest() != sha1_hash:",
        "test_file_is_fetched_and_its_path_returned",
        "ValueError",
        "MD5 instead of SHA-1",
    ),
    Edit(
        "download",
        "if sha1_of(unfinished) != sha1_hash:",
        "if hashlib.sha1(unfinished.read_bytes()).digest() != sha1_hash:",
        "test_file_is_fetched_and_its_path_returned",
        "ValueError",
        "bytes compared with hexadecimal text",
    ),
    Edit(
        "download",
        "folder.mkdir(parents=True, exist_ok=True)",
        "pass",
        "test_file_is_fetched_and_its_path_returned",
        "FileNotFoundError",
        "the folder is not made",
    ),
    Edit(
        "download",
        "parents=True, exist_ok=True",
        "exist_ok=True",
        "test_file_is_fetched_and_its_path_returned",
        "FileNotFoundError",
        "parents are not made",
    ),
    Edit(
        "download",
        "parents=True, exist_ok=True",
        "parents=True",
        "test_a_right_file_in_the_cache_is_used",
        "FileExistsError",
        "the folder may be there",
    ),
    Edit(
        "download",
        "folder = Path(cache_dir)",
        "folder = cache_dir",
        "test_file_is_fetched_and_its_path_returned",
        "AttributeError",
        "a folder given as text, as in the notes, breaks it",
    ),
    Edit(
        "download",
        "shutil.copyfileobj(response, file)",
        "file.write(response.read(65536))",
        "test_file_is_fetched_and_its_path_returned",
        "ValueError",
        "only the first piece is read",
    ),
    Edit(
        "download",
        "shutil.copyfileobj(response, file)",
        "file.write(response.read().replace(b'\\r\\n', b'\\n'))",
        "test_file_is_fetched_and_its_path_returned",
        "ValueError",
        "line ends are changed",
    ),
    Edit(
        "download",
        "if sha1_of(unfinished) != sha1_hash:",
        "if not unfinished.stat().st_size:",
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "check the SHA-1 of what arrives",
        "what arrived is not checked",
    ),
    Edit(
        "download",
        'raise ValueError(f"{url} did not give the file with the SHA-1 {sha1_hash}")',
        "return None",
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "raised nothing",
        "no error",
    ),
    Edit(
        "download",
        'raise ValueError(f"{url} did not give the file with the SHA-1 {sha1_hash}")',
        'raise RuntimeError("wrong hash")',
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "ValueError is raised",
        "another kind of error",
    ),
    Edit(
        "download",
        'raise ValueError(f"{url} did not give the file with the SHA-1 {sha1_hash}")',
        'assert False, "wrong hash"',
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "ValueError is raised",
        "an assertion instead of a ValueError",
    ),
    Edit(
        "download",
        "shutil.copyfileobj(response, file)",
        "file.write(response.read())",
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "whatever the HTTP client makes of it",
        "IncompleteRead comes through",
    ),
    Edit(
        "download",
        "    path.unlink(missing_ok=True)\n",
        "",
        "test_after_a_value_error_no_older_file_stays",
        "no older file",
        "a stale file stays after an error",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            with urllib.request.urlopen(url) as response, path.open("wb") as file:
                shutil.copyfileobj(response, file)
            if hashlib.sha1(path.read_bytes()).hexdigest() != sha1_hash:
                raise ValueError("the SHA-1 is wrong")
            return path
        """,
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "left a file of",
        "the wrong file stays",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            try:
                with urllib.request.urlopen(url) as response, path.open("wb") as file:
                    shutil.copyfileobj(response, file)
            except OSError:
                return path
            if hashlib.sha1(path.read_bytes()).hexdigest() != sha1_hash:
                path.unlink()
                raise ValueError("the SHA-1 is wrong")
            return path
        """,
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "The server answers 404",
        "HTTP errors and broken connections are swallowed",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            try:
                with urllib.request.urlopen(url) as response, path.open("wb") as file:
                    shutil.copyfileobj(response, file)
                if hashlib.sha1(path.read_bytes()).hexdigest() != sha1_hash:
                    raise ValueError("the SHA-1 is wrong")
            except Exception:
                path.unlink(missing_ok=True)
                raise
            return path
        """,
        "test_no_unfinished_file_stands_under_the_name",
        "Another process could take it",
        "written under the final name at once",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            path.unlink(missing_ok=True)
            part = Path(f"{path}.part")
            with urllib.request.urlopen(url) as response, part.open("wb") as file:
                shutil.copyfileobj(response, file)
            if hashlib.sha1(part.read_bytes()).hexdigest() != sha1_hash:
                raise ValueError("the SHA-1 is wrong")
            os.replace(part, path)
            return path
        """,
        "test_two_processes_at_once",
        "a place of its own",
        "all processes write to the same .part file",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            path.unlink(missing_ok=True)
            part = Path(f"{path}.{os.getpid()}")
            with urllib.request.urlopen(url) as response, part.open("ab") as file:
                shutil.copyfileobj(response, file)
            if hashlib.sha1(part.read_bytes()).hexdigest() != sha1_hash:
                raise ValueError("the SHA-1 is wrong")
            os.replace(part, path)
            return path
        """,
        "test_a_later_call_works",
        "What a broken transfer left behind",
        "appends to what a broken transfer left",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            for _ in range(2):
                try:
                    content = urllib.request.urlopen(url).read()
                except Exception:
                    continue
                if hashlib.sha1(content).hexdigest() == sha1_hash:
                    path.write_bytes(content)
                    return path
        """,
        "test_a_bad_transfer_raises_and_leaves_no_file",
        "raised nothing",
        "gives up in silence after two attempts",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            fname = str(archive)
            base_dir = os.path.dirname(fname)
            ext = os.path.splitext(fname)[1]
            if ext == ".zip":
                fp = zipfile.ZipFile(fname, "r")
                fp.extractall(base_dir)
            else:
                fp = tarfile.open(fname, "r")
                fp.extractall(base_dir, filter="fully_trusted")
            return base_dir
        """,
        "test_a_name_that_climbs_out_raises",
        "where does that lead",
        "extractall without a check (notes 4.10)",
    ),
    Edit(
        "extract",
        "                if not Path(folder, name).resolve().is_relative_to(folder.resolve()):",
        "                if False:",
        "test_a_name_that_climbs_out_raises",
        "raised nothing",
        "zip: extractall bends the path in silence",
    ),
    Edit(
        "extract",
        'file.extractall(folder, filter="data")',
        'file.extractall(folder, filter="fully_trusted")',
        "test_a_name_that_climbs_out_raises",
        "outside the folder",
        "tar: everything is trusted",
    ),
    Edit(
        "extract",
        "is_relative_to(folder.resolve())",
        "as_posix().startswith(folder.resolve().as_posix())",
        "test_a_name_that_climbs_out_raises",
        "data-2",
        "a folder whose name begins alike is let through",
    ),
    Edit(
        "extract",
        "if not Path(folder, name).resolve().is_relative_to(folder.resolve()):",
        'if name.startswith(".."):',
        "test_a_name_that_climbs_out_raises",
        "a/../../evil.txt",
        "only looks at the beginning of the name",
    ),
    Edit(
        "extract",
        'raise ValueError(f"{name} lies outside {folder}")',
        "continue",
        "test_a_name_that_climbs_out_raises",
        "raised nothing",
        "zip: such members are passed over in silence",
    ),
    Edit(
        "extract",
        'raise ValueError(f"{name} lies outside {folder}")',
        "raise zipfile.BadZipFile(name)",
        "test_a_name_that_climbs_out_raises",
        "raised BadZipFile",
        "another kind of error",
    ),
    Edit(
        "extract",
        "raise ValueError(str(error)) from error",
        "raise",
        "test_a_name_that_climbs_out_raises",
        "raised OutsideDestinationError",
        "the library's error comes through",
    ),
    Edit(
        "extract",
        "raise ValueError(str(error)) from error",
        "pass",
        "test_a_name_that_climbs_out_raises",
        "raised nothing",
        "the library's error is swallowed",
    ),
    Edit(
        "extract",
        "    return folder",
        '    return str(archive).removesuffix(".gz").removesuffix(archive.suffix)',
        "test_members_stand_beside_the_archive",
        "The folder in which the archive stands",
        "returns the path without its ending, as the notes do",
    ),
    Edit(
        "extract",
        "    return folder",
        "    return archive",
        "test_members_stand_beside_the_archive",
        "The folder in which the archive stands",
        "returns the archive",
    ),
    Edit(
        "extract",
        "    return folder",
        "    pass",
        "test_members_stand_beside_the_archive",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "extract",
        "folder = archive.parent",
        "folder = archive.parent / archive.stem",
        "test_members_stand_beside_the_archive",
        "The folder in which the archive stands",
        "a folder of its own",
    ),
    Edit(
        "extract",
        "folder = archive.parent",
        "folder = archive.parent.parent",
        "test_members_stand_beside_the_archive",
        "The folder in which the archive stands",
        "one folder too high",
    ),
    Edit(
        "extract",
        "archive = Path(archive)",
        "pass",
        "test_members_stand_beside_the_archive",
        "AttributeError",
        "a path given as text, as in the notes, breaks it",
    ),
    Edit(
        "extract",
        "tarfile.open(archive)",
        'tarfile.open(archive, "r:")',
        "test_members_stand_beside_the_archive",
        "ReadError",
        "no compression expected",
    ),
    Edit(
        "extract",
        "    else:\n",
        '    elif archive.suffix == ".tar":\n',
        "test_members_stand_beside_the_archive",
        "Every member",
        "nothing is done with .tar.gz",
    ),
    Edit(
        "extract",
        "            file.extractall(folder)\n",
        "            for name in file.namelist():\n                Path(folder, Path(name).name).write_bytes(file.read(name))\n",
        "test_members_stand_beside_the_archive",
        "under its own name",
        "folders inside the archive are left out",
    ),
    Edit(
        "extract",
        "            file.extractall(folder)\n",
        "            file.extract(file.namelist()[0], folder)\n",
        "test_members_stand_beside_the_archive",
        "Every member",
        "only the first member",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            folder = Path(archive).parent
            if str(archive).endswith(".zip"):
                with zipfile.ZipFile(archive) as file:
                    for name in file.namelist():
                        target = Path(folder, name)
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(file.read(name))
                        if not target.resolve().is_relative_to(folder.resolve()):
                            raise ValueError(name)
            else:
                with tarfile.open(archive) as file:
                    try:
                        file.extractall(folder, filter="data")
                    except tarfile.FilterError as error:
                        raise ValueError(str(error)) from error
            return folder
        """,
        "test_a_name_that_climbs_out_raises",
        "outside the folder",
        "looks where a member is when it is written already",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            folder = Path(archive).parent
            if str(archive).endswith(".zip"):
                with zipfile.ZipFile(archive) as file:
                    if any(".." in Path(name).parts for name in file.namelist()):
                        raise ValueError("outside")
                    for name in file.namelist():
                        target = Path(folder, name)
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(file.read(name))
            else:
                with tarfile.open(archive) as file:
                    try:
                        file.extractall(folder, filter="data")
                    except tarfile.FilterError as error:
                        raise ValueError(str(error)) from error
            return folder
        """,
        "test_an_absolute_name_does_not_get_outside",
        "absolute name",
        "absolute names are written where they say",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            folder = Path(archive).resolve().parent
            is_zip = str(archive).endswith(".zip")
            with zipfile.ZipFile(archive) if is_zip else tarfile.open(archive) as file:
                for name in file.namelist() if is_zip else file.getnames():
                    if folder not in Path(os.path.normpath(folder / name)).parents:
                        raise ValueError(f"{name} lies outside")
                if is_zip:
                    file.extractall(folder)
                else:
                    file.extractall(folder, filter="fully_trusted")
            return folder
        """,
        "test_a_way_out_through_a_link_raises",
        "symbolic link",
        "names are checked, links are followed",
    ),
    Edit(
        "preprocess",
        'features.select_dtypes("number").columns  # in pandas 3 text is not of dtype object',
        "[name for name in features if str(features[name].dtype) != 'category']",
        "test_shapes_and_dtypes",
        "Your code raised TypeError",
        "text counts as numbers (notes 4.10, with pandas 3)",
    ),
    Edit(
        "preprocess",
        ", dtype=float)  # the default dtype is bool",
        ")",
        "test_shapes_and_dtypes",
        "Your code raised TypeError",
        "columns of bool make an array of objects (notes 4.10)",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers.fillna(0) - numbers.fillna(0).mean()) / numbers.fillna(0).std()).fillna(0)",
        "test_a_missing_number_is_zero_after_that",
        "then gaps become 0",
        "gaps are filled first",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers.fillna(numbers.median()) - numbers.mean()) / numbers.std()).fillna(0)",
        "test_a_missing_number_is_zero_after_that",
        "then gaps become 0",
        "gaps are filled with the median first",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.mean()) / numbers.std()).fillna(numbers.mean())",
        "test_a_missing_number_is_zero_after_that",
        "then gaps become 0",
        "gaps are filled with the mean of the raw column",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.mean()) / numbers.var()).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "over the standard deviation",
        "divided by the variance",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.mean()) / numbers.std(ddof=0)).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "standard deviation of pandas",
        "divides by n",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "(numbers - numbers.mean()).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "over the standard deviation",
        "centred only",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "(numbers / numbers.std()).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "Minus the mean",
        "scaled only",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.min()) / (numbers.max() - numbers.min())).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "Minus the mean",
        "min-max scaling",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers[: len(train)].mean()) / numbers[: len(train)].std()).fillna(0)",
        "test_numbers_are_standardised_over_train_and_test",
        "both tables",
        "statistics of train only",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.median()) / numbers.std()).fillna(0)",
        "test_a_missing_number_is_zero_after_that",
        "Mean and standard deviation",
        "median instead of mean",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "(numbers - numbers.mean()) / numbers.std()",
        "test_shapes_and_dtypes",
        "No gap may be left",
        "gaps stay",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers.fillna(numbers.mean()) - numbers.mean()) / numbers.std())",
        "test_a_column_of_equal_numbers_is_zero",
        "0 / 0 is NaN",
        "gaps filled with the mean, and 0 / 0 left",
    ),
    Edit(
        "preprocess",
        "((numbers - numbers.mean()) / numbers.std()).fillna(0)",
        "((numbers - numbers.mean()) / numbers.std().replace(0, 1)).fillna(0) + (numbers.std() == 0)",
        "test_a_column_of_equal_numbers_is_zero",
        "all of it becomes 0",
        "equal numbers become 1",
    ),
    Edit(
        "preprocess",
        "train.iloc[:, 1:-1], test.iloc[:, 1:]",
        "train.iloc[:, :-1], test",
        "test_shapes_and_dtypes",
        "Neither Id nor SalePrice",
        "Id is kept",
    ),
    Edit(
        "preprocess",
        "train.iloc[:, 1:-1], test.iloc[:, 1:]",
        "train.iloc[:, 1:], test.iloc[:, 1:]",
        "test_shapes_and_dtypes",
        "Neither Id nor SalePrice",
        "the price is among the features",
    ),
    Edit(
        "preprocess",
        "dummy_na=True, ",
        "",
        "test_shapes_and_dtypes",
        "always one for missing",
        "missing is no category",
    ),
    Edit(
        "preprocess",
        "features = pd.get_dummies(features, dummy_na=True, dtype=float)",
        "features = pd.get_dummies(features, dummy_na=True, drop_first=True, dtype=float)",
        "test_shapes_and_dtypes",
        "one a category",
        "the first category is dropped",
    ),
    Edit(
        "preprocess",
        "    both = torch",
        "    features = features.loc[:, (features != 0).any()]\n    both = torch",
        "test_shapes_and_dtypes",
        "always one for missing",
        "columns of zeros are dropped",
    ),
    Edit(
        "preprocess",
        "features = pd.get_dummies(features, dummy_na=True, dtype=float)",
        "features = features[numeric]",
        "test_shapes_and_dtypes",
        "one a category",
        "text is left out",
    ),
    Edit(
        "preprocess",
        "features = pd.get_dummies(features, dummy_na=True, dtype=float)",
        "features = features.apply(lambda c: c if c.name in numeric else pd.Series(pd.factorize(c)[0]))",
        "test_shapes_and_dtypes",
        "one a category",
        "categories are numbered",
    ),
    Edit(
        "preprocess",
        "    features[numeric] = ((numbers - numbers.mean()) / numbers.std()).fillna(0)\n",
        "    numbers = pd.get_dummies(features, dummy_na=True, dtype=float)\n    features = ((numbers - numbers.mean()) / numbers.std()).fillna(0)\n",
        "test_text_becomes_a_column_a_category",
        "no scaling",
        "zeros and ones are standardised too",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            def encode(table):
                table = table.copy()
                numeric = table.select_dtypes("number").columns
                table[numeric] = ((table[numeric] - table[numeric].mean()) / table[numeric].std()).fillna(0)
                table = pd.get_dummies(table, dummy_na=True, dtype=float)
                return torch.tensor(table.to_numpy(), dtype=torch.float32)

            labels = torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32)
            return encode(train.iloc[:, 1:-1]), encode(test.iloc[:, 1:]), labels.reshape(-1, 1)
        """,
        "test_shapes_and_dtypes",
        "of either table",
        "each table is encoded for itself",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            features = pd.concat([train.iloc[:, 1:-1], test.iloc[:, 1:]])
            numeric = features.select_dtypes("number").columns
            mean, std = train[numeric].mean(), train[numeric].std()
            for table in (train[numeric], test[numeric]):
                mean, std = table.mean(), table.std()
            features[numeric] = ((features[numeric] - mean) / std).fillna(0)
            features = pd.get_dummies(features, dummy_na=True, dtype=float)
            both = torch.tensor(features.to_numpy(), dtype=torch.float32)
            labels = torch.tensor(train["SalePrice"].to_numpy(), dtype=torch.float32)
            return both[: len(train)], both[len(train) :], labels.reshape(-1, 1)
        """,
        "test_numbers_are_standardised_over_train_and_test",
        "both tables",
        "statistics of the last table only",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            features = pd.concat((train.iloc[:, 1:-1], test.iloc[:, 1:]))
            numeric = features.select_dtypes("number").columns
            features[numeric] = ((features[numeric] - features[numeric].mean()) / features[numeric].std()).fillna(0)
            features = pd.get_dummies(features, dummy_na=True, dtype=float)
            X_train = torch.tensor(features.loc[train.index].to_numpy(), dtype=torch.float32)
            X_test = torch.tensor(features.loc[test.index].to_numpy(), dtype=torch.float32)
            return X_train, X_test, torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32).reshape(-1, 1)
        """,
        "test_shapes_and_dtypes",
        "take rows by their position",
        "rows are taken by their labels, which repeat",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            test = test.set_axis(range(len(train), len(train) + len(test)))
            features = pd.concat((train.iloc[:, 1:-1], test.iloc[:, 1:]))
            numeric = features.select_dtypes("number").columns
            features[numeric] = ((features[numeric] - features[numeric].mean()) / features[numeric].std()).fillna(0)
            features = pd.get_dummies(features, dummy_na=True, dtype=float)
            X_train = torch.tensor(features.loc[train.index].to_numpy(), dtype=torch.float32)
            X_test = torch.tensor(features.loc[test.index].to_numpy(), dtype=torch.float32)
            return X_train, X_test, torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32).reshape(-1, 1)
        """,
        "test_row_labels_do_not_matter",
        "Row labels repeat",
        "takes the row labels of train for numbers of rows",
    ),
    Edit(
        "preprocess",
        "labels.reshape(-1, 1)",
        "labels",
        "test_shapes_and_dtypes",
        "labels have one column",
        "labels of shape (n,)",
    ),
    Edit(
        "preprocess",
        "labels = torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32)",
        "labels = torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32).log()",
        "test_labels_are_the_prices",
        "SalePrice, as it is",
        "logarithms of the prices",
    ),
    Edit(
        "preprocess",
        "labels = torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32)",
        "labels = torch.tensor(train.iloc[:, -1].sort_values().to_numpy(), dtype=torch.float32)",
        "test_labels_are_the_prices",
        "SalePrice, as it is",
        "prices in another order",
    ),
    Edit(
        "preprocess",
        "train.iloc[:, -1].to_numpy()",
        "train.iloc[:, 0].to_numpy()",
        "test_labels_are_the_prices",
        "SalePrice, as it is",
        "the Ids instead of the prices",
    ),
    Edit(
        "preprocess",
        "train.iloc[:, -1].to_numpy(), dtype=torch.float32",
        "train.iloc[:, -1].to_numpy()",
        "test_shapes_and_dtypes",
        "dtype",
        "labels are whole numbers",
    ),
    Edit(
        "preprocess",
        "features.to_numpy(), dtype=torch.float32",
        "features.to_numpy()",
        "test_shapes_and_dtypes",
        "dtype float64",
        "float64",
    ),
    Edit(
        "preprocess",
        "return both[: len(train)], both[len(train) :], labels.reshape(-1, 1)  # labels: (n, 1)",
        "return both[len(train) :], both[: len(train)], labels.reshape(-1, 1)",
        "test_shapes_and_dtypes",
        "A row for each row",
        "test before train",
    ),
    Edit(
        "preprocess",
        "return both[: len(train)], both[len(train) :], labels.reshape(-1, 1)  # labels: (n, 1)",
        "return both[: len(train)], labels.reshape(-1, 1)",
        "test_shapes_and_dtypes",
        "a tuple (train_features,",
        "the test features are missing",
    ),
    Edit(
        "preprocess",
        "return both[: len(train)], both[len(train) :], labels.reshape(-1, 1)  # labels: (n, 1)",
        "pass",
        "test_shapes_and_dtypes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "preprocess",
        "return both[: len(train)], both",
        "return features[: len(train)], both",
        "test_shapes_and_dtypes",
        "DataFrame",
        "a table comes back",
    ),
    Edit(
        "preprocess",
        "    features = pd.concat(",
        '    train.drop(columns="Id", inplace=True)\n    train.insert(0, "Id", 0)\n    features = pd.concat(',
        "test_tables_are_not_modified",
        "modified in place",
        "changes the caller's table",
    ),
    Edit(
        "preprocess",
        "    features = pd.concat(",
        '    train = train.dropna(subset=["LotFrontage"]) if "LotFrontage" in train else train\n    features = pd.concat(',
        "test_shapes_and_dtypes",
        "drop none",
        "rows with a gap are dropped",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions, labels)).item()",
        "test_value",
        "Logarithms first",
        "no logarithms",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "nn.functional.mse_loss(predictions.log(), labels.log()).item()",
        "test_value",
        "its root",
        "no root",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions.log1p(), labels.log1p())).item()",
        "test_value",
        "Logarithms first",
        "log(1 + x)",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions.log10(), labels.log10())).item()",
        "test_value",
        "Logarithms first",
        "logarithms to base 10",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "nn.functional.l1_loss(predictions.log(), labels.log()).item()",
        "test_value",
        "squares",
        "absolute differences",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log(), reduction='sum')).item()",
        "test_value",
        "their mean",
        "sum instead of mean",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions, labels).log()).item()",
        "test_value",
        "Logarithms first",
        "logarithm of the error",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "(predictions.log() - labels.log()).std().item()",
        "test_value",
        "squares",
        "standard deviation of the differences",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(0.5 * nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "test_value",
        "their mean",
        "half the squared error",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log()))",
        "test_a_python_float",
        "a Python float",
        "returns a tensor",
    ),
    Edit(
        "log_rmse",
        "return torch.sqrt",
        "torch.sqrt",
        "test_a_python_float",
        "a Python float",
        "no return",
    ),
    Edit(
        "log_rmse",
        "torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()",
        "round(torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item(), 2)",
        "test_value",
        "Logarithms first",
        "rounded",
    ),
    Edit(
        "log_rmse",
        "net(features).clamp(min=1)",
        "net(features)",
        "test_a_prediction_below_one_counts_as_one",
        "clamp predictions",
        "no clamp",
    ),
    Edit(
        "log_rmse",
        "clamp(min=1)",
        "clamp(min=1e-6)",
        "test_a_prediction_below_one_counts_as_one",
        "below 1",
        "clamped at almost 0",
    ),
    Edit(
        "log_rmse",
        "clamp(min=1)",
        "abs()",
        "test_a_prediction_below_one_counts_as_one",
        "below 1",
        "absolute predictions",
    ),
    Edit(
        "log_rmse",
        "clamp(min=1)",
        "clamp(max=1)",
        "test_value",
        "Logarithms first",
        "clamped from above",
    ),
    Edit(
        "log_rmse",
        "labels.log()",
        "labels.clamp(min=1).log()",
        "test_a_prediction_below_one_counts_as_one",
        "not labels",
        "labels are clamped too",
    ),
    Edit(
        "log_rmse",
        "predictions.log()",
        "predictions.log().clamp(min=1)",
        "test_a_prediction_below_one_counts_as_one",
        "below 1",
        "the logarithm is clamped",
    ),
    Edit(
        "log_rmse",
        "with torch.no_grad():",
        "if torch.set_grad_enabled(False) or True:",
        "test_gradients_are_left_alone",
        "which ends",
        "gradients stay turned off",
    ),
    Rewrite(
        "log_rmse",
        """
        def log_rmse(net, features, labels):
            rmse = torch.sqrt(nn.functional.mse_loss(net(features).clamp(min=1).log(), labels.log()))
            if rmse.requires_grad:
                rmse.backward()
            return rmse.item()
        """,
        "test_gradients_are_left_alone",
        "no backward",
        "computes gradients",
    ),
    Rewrite(
        "log_rmse",
        """
        def log_rmse(net, features, labels):
            for parameter in net.parameters():
                parameter.requires_grad_(False)
            return torch.sqrt(nn.functional.mse_loss(net(features).clamp(min=1).log(), labels.log())).item()
        """,
        "test_gradients_are_left_alone",
        "the net as before",
        "the parameters are frozen",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            fold_size = len(X) // k
            fold = slice(i * fold_size, (i + 1) * fold_size)
            return X, y, X[fold], y[fold]
        """,
        "test_training_is_all_the_other_folds",
        "none of the validation rows",
        "validation rows are trained on",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            fold_size = len(X) // k
            X_train = y_train = None
            for j in range(k):
                idx = slice(j * fold_size, (j + 1) * fold_size)
                X_part, y_part = X[idx, :], y[idx]
                if j == i:
                    X_valid, y_valid = X_part, y_part
                X_train = X_part if X_train is None else torch.cat([X_train, X_part], 0)
                y_train = y_part if y_train is None else torch.cat([y_train, y_part], 0)
            return X_train, y_train, X_valid, y_valid
        """,
        "test_training_is_all_the_other_folds",
        "none of the validation rows",
        "the notes' loop without its elif",
    ),
    Edit(
        "get_k_fold_data",
        "i * fold_size, (i + 1) * fold_size",
        "0, fold_size",
        "test_validation_is_fold_i",
        "Fold i is",
        "always fold 0",
    ),
    Edit(
        "get_k_fold_data",
        "i * fold_size, (i + 1) * fold_size",
        "(i - 1) * fold_size, i * fold_size",
        "test_validation_is_fold_i",
        "Fold i is",
        "folds counted from 1",
    ),
    Edit(
        "get_k_fold_data",
        "i * fold_size, (i + 1) * fold_size",
        "i * fold_size, (i + 1) * fold_size + 1",
        "test_validation_is_fold_i",
        "Fold i is",
        "one row too many",
    ),
    Edit(
        "get_k_fold_data",
        "i * fold_size, (i + 1) * fold_size",
        "i * fold_size, (i + 1) * fold_size if i < k - 1 else len(X)",
        "test_validation_is_fold_i",
        "never validate",
        "the last fold takes the rows left over",
    ),
    Edit(
        "get_k_fold_data",
        "fold_size = len(X) // k",
        "fold_size = -(-len(X) // k)",
        "test_validation_is_fold_i",
        "Fold i is",
        "fold size rounded up",
    ),
    Edit(
        "get_k_fold_data",
        "fold_size = len(X) // k",
        "fold_size = k",
        "test_validation_is_fold_i",
        "Fold i is",
        "k rows a fold",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "return X_train, y_train, X[i::k][:fold_size], y[i::k][:fold_size]",
        "test_validation_is_fold_i",
        "Fold i is",
        "every k-th row",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "return X[start:stop], y[start:stop], X_train, y_train",
        "test_validation_is_fold_i",
        "shape",
        "validation first",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "return X_train, X[start:stop], y_train, y[start:stop]",
        "test_validation_is_fold_i",
        "shape",
        "both X first",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "return (X_train, y_train), (X[start:stop], y[start:stop])",
        "test_validation_is_fold_i",
        "a tuple (X_train,",
        "two pairs",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "return X_train, y_train, X[start:stop], y[start:stop].flatten()",
        "test_validation_is_fold_i",
        "shape",
        "labels are flattened",
    ),
    Edit(
        "get_k_fold_data",
        "return X_train, y_train, X[start:stop], y[start:stop]",
        "pass",
        "test_validation_is_fold_i",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "get_k_fold_data",
        "    fold_size = len(X) // k",
        "    order = torch.randperm(len(X))\n    X, y = X[order], y[order]\n    fold_size = len(X) // k",
        "test_validation_is_fold_i",
        "Fold i is",
        "a new order for every fold: folds overlap",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "X[:start] if i else X[stop:]",
        "test_training_is_all_the_other_folds",
        "Every row of the other folds",
        "only the rows before the fold",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "X[stop:]",
        "test_training_is_all_the_other_folds",
        "Every row of the other folds",
        "only the rows behind the fold",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "torch.cat([X[:start], X[stop + 1 :]])",
        "test_training_is_all_the_other_folds",
        "Every row of the other folds",
        "one row lost",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "torch.cat([X[:start], X[stop - 1 :]])",
        "test_training_is_all_the_other_folds",
        "none of the validation rows",
        "one validation row is trained on",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "torch.cat([X[:start], X[:start], X[stop:]])",
        "test_training_is_all_the_other_folds",
        "once",
        "rows twice",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([y[:start], y[stop:]])",
        "torch.cat([y[stop:], y[:start]])",
        "test_rows_stay_together",
        "y_train has the order of X_train",
        "labels in another order",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([y[:start], y[stop:]])",
        "y[: len(X_train)]",
        "test_rows_stay_together",
        "y_train has the order of X_train",
        "labels of other rows",
    ),
    Edit(
        "get_k_fold_data",
        "torch.cat([X[:start], X[stop:]])",
        "torch.cat([torch.cat([X[:start], X[stop:]])[:, :1], torch.cat([X[:start], X[stop:]])[:, 1:].flip(0)], 1)",
        "test_rows_stay_together",
        "Rows are kept whole",
        "columns in different orders",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            fold_size = len(X) // k
            start, stop = i * fold_size, (i + 1) * fold_size
            X_valid, y_valid = X[start:stop].clone(), y[start:stop].clone()
            X_train, y_train = torch.cat([X[:start], X[stop:]]), torch.cat([y[:start], y[stop:]])
            y[start:stop] = -1  # never to be trained on
            return X_train, y_train, X_valid, y_valid
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "marks the labels of the fold in the caller's tensor",
    ),
    Rewrite(
        "train_house",
        """
        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            train_ls, test_ls = [], []
            train_iter = DataLoader(TensorDataset(train_features, train_labels), batch_size, shuffle=True)
            optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
            for _ in range(num_epochs):
                for X, y in train_iter:
                    optimizer.zero_grad()
                    nn.functional.mse_loss(net(X), y).backward()
                    optimizer.step()
                    train_ls.append(log_rmse(net, train_features, train_labels))
                    if test_labels is not None:
                        test_ls.append(log_rmse(net, test_features, test_labels))
            return train_ls, test_ls
        """,
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a list of 3 floats",
        "an entry a batch",
    ),
    Edit(
        "train_house",
        "if test_labels is not None:",
        "if test_features is not None:",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "Your code raised",
        "asks for the features instead of the labels",
    ),
    Edit(
        "train_house",
        "        if test_labels is not None:\n            test_ls.append(log_rmse(net, test_features, test_labels))",
        "        test_ls.append(log_rmse(net, test_features, test_labels))",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "Your code raised",
        "judges what is not there",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    return train_ls, test_ls or None",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "There are no test labels",
        "None instead of an empty list",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    return train_ls[-1], test_ls",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a list of 3 floats",
        "the last value only",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    return train_ls",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a tuple (train, ",
        "one list only",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    pass",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    return test_ls, train_ls",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a list of 3 floats",
        "lists swapped",
    ),
    Edit(
        "train_house",
        "    return train_ls, test_ls",
        "    return torch.tensor(train_ls), test_ls",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a list of 3 floats",
        "a tensor instead of a list",
    ),
    Edit(
        "train_house",
        "range(num_epochs)",
        "range(num_epochs - 1)",
        "test_a_float_an_epoch_and_none_without_test_labels",
        "a list of 3 floats",
        "an epoch too few",
    ),
    Edit(
        "train_house",
        "shuffle=True",
        "shuffle=False",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "Shuffle",
        "no shuffling",
    ),
    Edit(
        "train_house",
        "shuffle=True",
        "shuffle=True, drop_last=True",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "may be short",
        "the short batch is dropped",
    ),
    Edit(
        "train_house",
        "DataLoader(dataset, batch_size, shuffle=True)",
        "[next(iter(DataLoader(dataset, batch_size, shuffle=True)))]",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "each of the 20 rows",
        "one batch an epoch",
    ),
    Edit(
        "train_house",
        "DataLoader(dataset, batch_size, shuffle=True)",
        "list(DataLoader(dataset, batch_size, shuffle=True))",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "anew for every epoch",
        "shuffled once for all epochs",
    ),
    Edit(
        "train_house",
        "DataLoader(dataset, batch_size, shuffle=True)",
        "DataLoader(dataset, len(dataset), shuffle=True)",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "each of the 20 rows",
        "all rows in one batch",
    ),
    Edit(
        "train_house",
        "DataLoader(dataset, batch_size, shuffle=True)",
        "DataLoader(dataset, 2 * batch_size, shuffle=True)",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "at most 8",
        "batches twice as large",
    ),
    Edit(
        "train_house",
        "DataLoader(dataset, batch_size, shuffle=True)",
        "DataLoader(dataset, batch_size, sampler=torch.utils.data.RandomSampler(dataset, replacement=True))",
        "test_an_epoch_takes_every_row_once_in_random_order",
        "each of the 20 rows once",
        "rows drawn with replacement",
    ),
    Edit(
        "train_house",
        "            optimizer.zero_grad()\n",
        "",
        "test_steps_are_those_of_adam",
        "gradients zeroed",
        "gradients pile up",
    ),
    Edit(
        "train_house",
        "lr=learning_rate, ",
        "",
        "test_steps_are_those_of_adam",
        "the learning rate",
        "the learning rate is not used",
    ),
    Edit(
        "train_house",
        ", weight_decay=weight_decay",
        "",
        "test_steps_are_those_of_adam",
        "Hand weight_decay to Adam",
        "weight decay is not used",
    ),
    Edit(
        "train_house",
        "weight_decay=weight_decay",
        "weight_decay=weight_decay / 2",
        "test_steps_are_those_of_adam",
        "Hand weight_decay to Adam",
        "half the weight decay",
    ),
    Edit(
        "train_house",
        "torch.optim.Adam(",
        "torch.optim.AdamW(",
        "test_steps_are_those_of_adam",
        "Hand weight_decay to Adam",
        "AdamW decays in another way",
    ),
    Edit(
        "train_house",
        "torch.optim.Adam(",
        "torch.optim.SGD(",
        "test_steps_are_those_of_adam",
        "the first step of Adam",
        "SGD",
    ),
    Edit(
        "train_house",
        "torch.optim.Adam(",
        "torch.optim.Adamax(",
        "test_steps_are_those_of_adam",
        "one optimizer",
        "Adamax",
    ),
    Edit(
        "train_house",
        "loss = nn.MSELoss()",
        'loss = nn.MSELoss(reduction="sum")',
        "test_steps_are_those_of_adam",
        "the mean of the squared errors",
        "the sum of the squared errors",
    ),
    Edit(
        "train_house",
        "loss(net(X), y).backward()",
        "(loss(net(X), y) / 2).backward()",
        "test_steps_are_those_of_adam",
        "the mean of the squared errors",
        "half the squared error",
    ),
    Edit(
        "train_house",
        "loss = nn.MSELoss()",
        "loss = nn.L1Loss()",
        "test_steps_are_those_of_adam",
        "Squared errors",
        "absolute errors",
    ),
    Edit(
        "train_house",
        "loss(net(X), y).backward()",
        "loss(net(X).clamp(min=1).log(), y.log()).backward()",
        "test_steps_are_those_of_adam",
        "first step of Adam",
        "the loss of the logarithms",
    ),
    Rewrite(
        "train_house",
        """
        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            train_ls, test_ls = [], []
            train_iter = DataLoader(TensorDataset(train_features, train_labels), batch_size, shuffle=True)
            for _ in range(num_epochs):
                optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
                for X, y in train_iter:
                    optimizer.zero_grad()
                    nn.functional.mse_loss(net(X), y).backward()
                    optimizer.step()
                train_ls.append(log_rmse(net, train_features, train_labels))
                if test_labels is not None:
                    test_ls.append(log_rmse(net, test_features, test_labels))
            return train_ls, test_ls
        """,
        "test_steps_are_those_of_adam",
        "one optimizer",
        "a new optimizer every epoch",
    ),
    Rewrite(
        "train_house",
        """
        import copy


        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            train_ls, test_ls = [], []
            mine = copy.deepcopy(net)
            train_iter = DataLoader(TensorDataset(train_features, train_labels), batch_size, shuffle=True)
            optimizer = torch.optim.Adam(mine.parameters(), lr=learning_rate, weight_decay=weight_decay)
            for _ in range(num_epochs):
                for X, y in train_iter:
                    optimizer.zero_grad()
                    nn.functional.mse_loss(mine(X), y).backward()
                    optimizer.step()
                train_ls.append(log_rmse(mine, train_features, train_labels))
                if test_labels is not None:
                    test_ls.append(log_rmse(mine, test_features, test_labels))
            return train_ls, test_ls
        """,
        "test_steps_are_those_of_adam",
        "moves every parameter",
        "a copy is trained",
    ),
    Edit(
        "train_house",
        "loss(net(X), y).backward()",
        "loss(net(X), y[torch.randperm(len(y))]).backward()",
        "test_steps_are_those_of_adam",
        "rows with their labels",
        "labels of other rows",
    ),
    Edit(
        "train_house",
        "            optimizer.step()\n",
        "",
        "test_steps_are_those_of_adam",
        "moves every parameter",
        "no step",
    ),
    Edit(
        "train_house",
        "log_rmse(net, test_features, test_labels)",
        "log_rmse(net, train_features, train_labels)",
        "test_log_rmse_after_each_epoch",
        "on those of test",
        "test is judged on train",
    ),
    Edit(
        "train_house",
        "log_rmse(net, test_features, test_labels)",
        "log_rmse(net, test_features, train_labels[: len(test_labels)])",
        "test_log_rmse_after_each_epoch",
        "on those of test",
        "test features with labels of train",
    ),
    Edit(
        "train_house",
        "log_rmse(net, train_features, train_labels)",
        "nn.functional.mse_loss(net(train_features), train_labels).item()",
        "test_log_rmse_after_each_epoch",
        "Judge the net",
        "the mean squared error instead of the log rmse",
    ),
    Rewrite(
        "train_house",
        """
        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            train_ls, test_ls = [], []
            train_iter = DataLoader(TensorDataset(train_features, train_labels), batch_size, shuffle=True)
            optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
            for _ in range(num_epochs):
                train_ls.append(log_rmse(net, train_features, train_labels))
                if test_labels is not None:
                    test_ls.append(log_rmse(net, test_features, test_labels))
                for X, y in train_iter:
                    optimizer.zero_grad()
                    nn.functional.mse_loss(net(X), y).backward()
                    optimizer.step()
            return train_ls, test_ls
        """,
        "test_log_rmse_after_each_epoch",
        "as it is after the epoch",
        "judged before the epoch",
    ),
    Edit(
        "train_house",
        "        if test_labels is not None:",
        "        if test_labels is not None and not test_ls:",
        "test_log_rmse_after_each_epoch",
        "one after each epoch",
        "the test list has one entry",
    ),
    Edit(
        "train_house",
        "train_ls.append(log_rmse(net, train_features, train_labels))",
        "train_ls.append(min([log_rmse(net, train_features, train_labels), *train_ls, 0.2]))",
        "test_log_rmse_after_each_epoch",
        "Judge the net",
        "the best value so far",
    ),
    Edit(
        "train_house",
        "loss(net(X), y).backward()",
        "loss(net(X), y.mean().expand_as(y) if len(X) < len(dataset) else y).backward()",
        "test_a_linear_net_learns",
        "the labels of its rows",
        "every batch aims at its mean",
    ),
    Rewrite(
        "k_fold",
        """
        def k_fold(k, X_train, y_train, num_epochs, learning_rate, weight_decay, batch_size):
            train_sum = valid_sum = 0.0
            net = nn.Linear(X_train.shape[1], 1)
            for i in range(k):
                data = get_k_fold_data(k, i, X_train, y_train)
                train_ls, valid_ls = train_house(net, *data, num_epochs, learning_rate, weight_decay, batch_size)
                train_sum += train_ls[-1]
                valid_sum += valid_ls[-1]
            return train_sum / k, valid_sum / k
        """,
        "test_means_over_the_folds_after_the_last_epoch",
        "make a new one",
        "one net for all folds",
    ),
    Rewrite(
        "k_fold",
        """
        def k_fold(k, X_train, y_train, num_epochs, learning_rate, weight_decay, batch_size):
            import copy

            train_sum = valid_sum = 0.0
            net = nn.Linear(X_train.shape[1], 1)
            for i in range(k):
                net = copy.deepcopy(net)
                data = get_k_fold_data(k, i, X_train, y_train)
                train_ls, valid_ls = train_house(net, *data, num_epochs, learning_rate, weight_decay, batch_size)
                train_sum += train_ls[-1]
                valid_sum += valid_ls[-1]
            return train_sum / k, valid_sum / k
        """,
        "test_means_over_the_folds_after_the_last_epoch",
        "make a new one",
        "a copy of the trained net",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "return train_sum, valid_sum",
        "test_means_over_the_folds_after_the_last_epoch",
        "the sum over the folds.",
        "sums",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "return train_sum / (k - 1), valid_sum / (k - 1)",
        "test_means_over_the_folds_after_the_last_epoch",
        "divided by k - 1",
        "divided by k - 1",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "return valid_sum / k, train_sum / k",
        "test_means_over_the_folds_after_the_last_epoch",
        "are confused",
        "swapped",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "return train_sum / k",
        "test_means_over_the_folds_after_the_last_epoch",
        "a tuple (train, ",
        "training only",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "pass",
        "test_means_over_the_folds_after_the_last_epoch",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "k_fold",
        "return train_sum / k, valid_sum / k",
        "return train_ls[-1], valid_ls[-1]",
        "test_means_over_the_folds_after_the_last_epoch",
        "the last fold alone",
        "the last fold only",
    ),
    Edit(
        "k_fold",
        "        train_sum += train_ls[-1]\n        valid_sum += valid_ls[-1]\n    return train_sum / k, valid_sum / k",
        "        train_sum += train_ls[0]\n        valid_sum += valid_ls[0]\n    return train_sum / k, valid_sum / k",
        "test_means_over_the_folds_after_the_last_epoch",
        "the first of 10 epochs",
        "the first epoch",
    ),
    Edit(
        "k_fold",
        "        train_sum += train_ls[-1]\n",
        "        train_sum += sum(train_ls) / len(train_ls)\n",
        "test_means_over_the_folds_after_the_last_epoch",
        "average the last log rmse",
        "mean over the epochs",
    ),
    Edit(
        "k_fold",
        "        valid_sum += valid_ls[-1]\n",
        "        valid_sum += train_ls[-1]\n",
        "test_means_over_the_folds_after_the_last_epoch",
        "are confused",
        "training counted twice",
    ),
    Edit(
        "k_fold",
        "for i in range(k):",
        "for i in range(k - 1):",
        "test_means_over_the_folds_after_the_last_epoch",
        "leaves the last fold out",
        "one fold too few",
    ),
    Edit(
        "k_fold",
        "get_k_fold_data(k, i, X_train, y_train)",
        "get_k_fold_data(k, 0, X_train, y_train)",
        "test_means_over_the_folds_after_the_last_epoch",
        "the first fold alone",
        "always fold 0",
    ),
    Edit(
        "k_fold",
        "        data = get_k_fold_data(k, i, X_train, y_train)\n",
        "        a, b, c, d = get_k_fold_data(k, i, X_train, y_train)\n        data = X_train, y_train, c, d\n",
        "test_means_over_the_folds_after_the_last_epoch",
        "Train on the other folds",
        "trained and judged on all rows",
    ),
    Edit(
        "k_fold",
        "        data = get_k_fold_data(k, i, X_train, y_train)\n",
        "        a, b, c, d = get_k_fold_data(k, i, X_train, y_train)\n        data = c, d, a, b\n",
        "test_means_over_the_folds_after_the_last_epoch",
        "are confused",
        "trained on the fold, judged on the rest",
    ),
    Edit(
        "k_fold",
        "*data, num_epochs, learning_rate, weight_decay, batch_size",
        "*data, num_epochs, weight_decay, learning_rate, batch_size",
        "test_means_over_the_folds_after_the_last_epoch",
        "with these settings",
        "learning rate and weight decay swapped",
    ),
    Edit(
        "k_fold",
        "*data, num_epochs, learning_rate, weight_decay, batch_size",
        "*data, num_epochs, learning_rate, 0.0, batch_size",
        "test_weight_decay_holds_the_weights_down",
        "Hand weight_decay on",
        "no weight decay",
    ),
    Edit(
        "k_fold",
        "*data, num_epochs, learning_rate, weight_decay, batch_size",
        "*data, num_epochs, learning_rate, weight_decay, len(X_train)",
        "test_settings_are_those_of_train_house",
        "3 batches an epoch",
        "all rows in one batch",
    ),
    Edit(
        "k_fold",
        "*data, num_epochs, learning_rate, weight_decay, batch_size",
        "*data, 100, learning_rate, weight_decay, batch_size",
        "test_means_over_the_folds_after_the_last_epoch",
        "with these settings",
        "always 100 epochs",
    ),
    Edit(
        "k_fold",
        "nn.Linear(X_train.shape[1], 1, device=X_train.device)",
        "nn.Linear(X_train.shape[1], 1, bias=False)",
        "test_means_over_the_folds_after_the_last_epoch",
        "with these settings",
        "a net without a bias",
    ),
    Edit(
        "k_fold",
        "nn.Linear(X_train.shape[1], 1, device=X_train.device)",
        "nn.Sequential(nn.Linear(X_train.shape[1], 8), nn.ReLU(), nn.Linear(8, 1))",
        "test_means_over_the_folds_after_the_last_epoch",
        "with these settings",
        "not a linear net",
    ),
    Edit(
        "k_fold",
        "nn.Linear(X_train.shape[1], 1, device=X_train.device)",
        "nn.Linear(331, 1)",
        "test_means_over_the_folds_after_the_last_epoch",
        "Your code raised RuntimeError",
        "331 features, as in the notes",
    ),
    Edit(
        "k_fold",
        "get_k_fold_data(k, i, X_train, y_train)",
        "get_k_fold_data(k, i, X_train * 0, y_train)",
        "test_numbers_of_a_house_tell_its_price",
        "no better than the mean",
        "the features are lost",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            preds = net(test_features).detach().numpy()
            test_data = DataFrame({"Id": test_ids})
            test_data["SalePrice"] = pd.Series(preds.reshape(1, -1)[0])
            return pd.concat([test_data["Id"], test_data["SalePrice"]], axis=1)
        """,
        "test_price_of_every_house_in_order",
        "row labels of test_ids have no meaning",
        "prices are joined by row labels (notes 4.10)",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids, "SalePrice": Series(prices.numpy())})',
        "test_price_of_every_house_in_order",
        "row labels of test_ids have no meaning",
        "joined by row labels",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": list(prices.reshape(-1, 1).numpy())})',
        "test_price_of_every_house_in_order",
        "Python objects",
        "an array in each cell",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": list(prices)})',
        "test_price_of_every_house_in_order",
        "Python objects",
        "a tensor in each cell",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()}).sort_values("SalePrice")',
        "test_price_of_every_house_in_order",
        "Row by row",
        "sorted by price",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.sort(descending=True).values.numpy()})',
        "test_price_of_every_house_in_order",
        "Row by row",
        "prices sorted, ids not",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()}).sort_values("Id")',
        "test_price_of_every_house_in_order",
        "Row by row",
        "sorted by Id",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()}).reset_index()',
        "test_price_of_every_house_in_order",
        "columns",
        "a column of row numbers",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})[["SalePrice", "Id"]]',
        "test_price_of_every_house_in_order",
        "columns",
        "columns swapped",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"id": test_ids.to_numpy(), "price": prices.numpy()})',
        "test_price_of_every_house_in_order",
        "columns",
        "other names",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"SalePrice": prices.numpy()})',
        "test_price_of_every_house_in_order",
        "columns",
        "no Id",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()}).set_index("Id")',
        "test_price_of_every_house_in_order",
        "columns",
        "Id became the row labels",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": range(1, len(test_ids) + 1), "SalePrice": prices.numpy()})',
        "test_price_of_every_house_in_order",
        "Row by row",
        "ids counted from 1",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.index, "SalePrice": prices.numpy()})',
        "test_price_of_every_house_in_order",
        "Row by row",
        "row labels instead of ids",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.numpy().astype(int)})',
        "test_price_of_every_house_in_order",
        "whole numbers",
        "prices cut to whole numbers",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.log().numpy()})',
        "test_price_of_every_house_in_order",
        "Row by row",
        "logarithms",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.astype(float).to_numpy(), "SalePrice": prices.numpy()})',
        "test_price_of_every_house_in_order",
        "whole numbers",
        "ids as floats",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        'DataFrame({"Id": test_ids.to_numpy()[:-1], "SalePrice": prices.numpy()[:-1]})',
        "test_price_of_every_house_in_order",
        "rows",
        "the last house is lost",
    ),
    Edit(
        "submission",
        'DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})',
        "prices",
        "test_price_of_every_house_in_order",
        "Tensor",
        "the prices only",
    ),
    Edit(
        "submission",
        "    return DataFrame",
        "    DataFrame",
        "test_price_of_every_house_in_order",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "submission",
        "with torch.no_grad():",
        "if True:",
        "test_price_of_every_house_in_order",
        "requires grad",
        "the graph is kept: no way to numpy",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            test_ids.sort_values(inplace=True)
            prices = net(test_features).detach().reshape(-1).numpy()
            return DataFrame({"Id": test_ids.sort_index().to_numpy(), "SalePrice": prices})
        """,
        "test_price_of_every_house_in_order",
        "Row by row",
        "the ids are sorted",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            ids = test_ids.tolist()
            prices = net(test_features).detach().reshape(-1).numpy()
            test_ids.iloc[:] = 0
            return DataFrame({"Id": ids, "SalePrice": prices})
        """,
        "test_ids_are_not_modified",
        "modified in place",
        "overwrites the caller's ids",
    ),
    Edit(
        "download",
        "os.replace(unfinished, path)",
        "shutil.copyfile(unfinished, path)",
        "test_no_unfinished_file_stands_under_the_name",
        "a finished file moved",
        "copied to its name, where it stands unfinished for a while",
    ),
    Rewrite(
        "download",
        """
        import http.client


        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                return path
            path.unlink(missing_ok=True)
            try:
                content = urllib.request.urlopen(url).read()
            except http.client.IncompleteRead as error:
                raise ValueError("truncated") from error
            if hashlib.sha1(content).hexdigest() != sha1_hash:
                raise ValueError("wrong SHA-1")
            path.write_bytes(content)
            return path
        """,
        "test_no_unfinished_file_stands_under_the_name",
        "opened for writing",
        "checked in memory, then written under the final name",
    ),
    Edit(
        "log_rmse",
        "    with torch.no_grad():\n        predictions = net(features).clamp(min=1)  # (n, 1)\n        return",
        "    torch.set_grad_enabled(False)\n    predictions = net(features).clamp(min=1)\n"
        "    torch.set_grad_enabled(True)\n    return",
        "test_gradients_are_left_alone",
        "as a block",
        "gradients are on afterwards, also where they were off",
    ),
    Edit(
        "log_rmse",
        "    with torch.no_grad():\n",
        "    net.zero_grad()\n    with torch.no_grad():\n",
        "test_gradients_are_left_alone",
        "gradients changed",
        "gradients that the net holds are lost",
    ),
    Edit(
        "k_fold",
        "        train_sum += train_ls[-1]\n        valid_sum += valid_ls[-1]",
        "        train_sum += min(train_ls)\n        valid_sum += min(valid_ls)",
        "test_the_last_epoch_counts_even_if_the_first_was_better",
        "not of the best",
        "the best epoch",
    ),
    Edit(
        "submission",
        "reshape(-1)",
        "reshape(-1).clamp(min=1)",
        "test_price_of_every_house_in_order",
        "-2.5",
        "clamped as in log_rmse: not what the net predicts",
    ),
    Edit(
        "submission",
        "    with torch.no_grad():\n",
        "    test_ids.reset_index(drop=True, inplace=True)\n    with torch.no_grad():\n",
        "test_ids_are_not_modified",
        "modified in place",
        "new row labels in place",
    ),
]

RIGHT = [
    Rewrite(
        "download",
        """
        import http.client


        def download(url, cache_dir, sha1_hash):
            os.makedirs(cache_dir, exist_ok=True)
            fname = os.path.join(cache_dir, url.split("/")[-1])
            if os.path.exists(fname):
                sha1 = hashlib.sha1()
                with open(fname, "rb") as f:
                    while True:
                        data = f.read(1048576)
                        if not data:
                            break
                        sha1.update(data)
                if sha1.hexdigest() == sha1_hash:
                    return fname
                os.remove(fname)
            try:
                with urllib.request.urlopen(url, timeout=30) as r:
                    content = r.read()
            except http.client.IncompleteRead as error:
                raise ValueError("truncated") from error
            if hashlib.sha1(content).hexdigest() != sha1_hash:
                raise ValueError(f"{url}: wrong SHA-1")
            own = f"{fname}.{os.getpid()}.tmp"
            with open(own, "wb") as f:
                f.write(content)
            os.replace(own, fname)
            return fname
        """,
        why="the notes' way, mended: text paths, all in memory, the process id in the temporary name",
    ),
    Rewrite(
        "download",
        """
        def download(url, cache_dir, sha1_hash):
            def right(path):
                return path.is_file() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash

            path = Path(cache_dir) / url.rpartition("/")[2]
            path.parent.mkdir(parents=True, exist_ok=True)
            if not right(path):
                handle, own = tempfile.mkstemp()
                os.close(handle)
                try:
                    urllib.request.urlretrieve(url, own)
                    if not right(Path(own)):
                        raise ValueError("wrong file")
                    shutil.move(own, path)
                except urllib.error.ContentTooShortError as error:
                    raise ValueError("too short") from error
                finally:
                    Path(own).unlink(missing_ok=True)
                    if path.exists() and not right(path):
                        path.unlink()
            return path
        """,
        why="urlretrieve into the folder for temporary files, then moved",
    ),
    Rewrite(
        "download",
        """
        import http.client
        from urllib.parse import urlsplit


        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, os.path.basename(urlsplit(url).path))
            try:
                if hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                    return str(path)
            except FileNotFoundError:
                os.makedirs(cache_dir, exist_ok=True)
            try:
                connection = http.client.HTTPConnection(urlsplit(url).netloc)
                connection.request("GET", urlsplit(url).path)
                response = connection.getresponse()
                content = response.read() if response.status == 200 else None
            except Exception:
                content = None
            if content is None or hashlib.sha1(content).hexdigest() != sha1_hash:
                path.unlink(missing_ok=True)
                raise ValueError(f"no right file from {url}")
            own = path.with_name(f"{path.name}.{os.getpid()}")
            own.write_bytes(content)
            own.replace(path)
            return str(path)
        """,
        why="ValueError for whatever goes wrong; the checked contents are moved to the name",
    ),
    Rewrite(
        "download",
        """
        import fcntl


        def download(url, cache_dir, sha1_hash):
            path = Path(cache_dir, url.split("/")[-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(f"{path}.lock", "w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)  # another process waits, and finds the file then
                if path.exists() and hashlib.sha1(path.read_bytes()).hexdigest() == sha1_hash:
                    return path
                path.unlink(missing_ok=True)
                part = Path(f"{path}.part")
                digest = hashlib.sha1()
                with urllib.request.urlopen(url) as response, part.open("wb") as file:
                    while piece := response.read(10_000):
                        digest.update(piece)
                        file.write(piece)
                if digest.hexdigest() != sha1_hash:
                    part.unlink()
                    raise ValueError("wrong SHA-1")
                part.rename(path)
                return path
        """,
        why="a lock, so that only one process downloads; hashed while it arrives",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            folder = os.path.realpath(os.path.dirname(archive))
            is_zip = str(archive).endswith(".zip")
            with zipfile.ZipFile(archive) if is_zip else tarfile.open(archive) as file:
                members = file.infolist() if is_zip else file.getmembers()
                for member in members:
                    name = member.filename if is_zip else member.name
                    target = os.path.realpath(os.path.join(folder, name))
                    if os.path.commonpath([folder, target]) != folder:
                        raise ValueError(f"{name} would land in {target}")
                    if not is_zip and (member.issym() or member.islnk()):
                        raise ValueError(f"{name} is a link")
                file.extractall(folder)
            return folder
        """,
        why="one check for both kinds; every link is refused, and absolute names too",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            folder = Path(archive).parent
            try:
                if zipfile.is_zipfile(archive):
                    names = zipfile.ZipFile(archive).namelist()
                    if any(".." in name.split("/") for name in names):
                        raise ValueError("a way out")
                    shutil.unpack_archive(archive, folder)
                else:
                    shutil.unpack_archive(archive, folder, filter="data")
            except tarfile.TarError as error:
                raise ValueError("a way out") from error
            return str(folder)
        """,
        why="shutil.unpack_archive, which passes absolute names of a zip over; text comes back",
    ),
    Rewrite(
        "extract",
        """
        def extract(archive):
            root = Path(archive).resolve().parent

            def write(name, content):
                target = (root / name.lstrip("/")).resolve()
                if root not in target.parents:
                    raise ValueError(name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)

            if Path(archive).name.endswith("zip"):
                with zipfile.ZipFile(archive) as file:
                    for member in file.infolist():
                        if not member.is_dir():
                            write(member.filename, file.read(member))
            else:
                with tarfile.open(archive, "r:*") as file:
                    for member in file:
                        if member.issym():
                            if not (root / member.linkname).resolve().is_relative_to(root):
                                raise ValueError(member.name)
                            os.symlink(member.linkname, root / member.name)
                        elif member.isfile():
                            write(member.name, file.extractfile(member).read())
            return root
        """,
        why="member by member, by hand; absolute names land inside",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            all_features = pd.concat((train.iloc[:, 1:-1], test.iloc[:, 1:]))
            numeric_features = all_features.select_dtypes(include="number").columns
            all_features[numeric_features] = all_features[numeric_features].apply(
                lambda x: (x - x.mean()) / (x.std()))
            all_features[numeric_features] = all_features[numeric_features].fillna(0)
            all_features = pd.get_dummies(all_features, dummy_na=True)
            n_train = train.shape[0]
            train_features = torch.tensor(all_features[:n_train].values.astype(float), dtype=torch.float32)
            test_features = torch.tensor(all_features[n_train:].values.astype(float), dtype=torch.float32)
            train_labels = torch.tensor(train.SalePrice.values.reshape(-1, 1), dtype=torch.float32)
            return train_features, test_features, train_labels
        """,
        why="the d2l book, mended for pandas 3",
    ),
    Rewrite(
        "preprocess",
        """
        import numpy as np


        def preprocess(train, test):
            n, columns = len(train), []
            for name in train.columns[1:-1]:
                values = list(train[name]) + list(test[name])
                if pd.api.types.is_numeric_dtype(train[name]):
                    x = np.array(values, dtype=np.float64)
                    x = (x - np.nanmean(x)) / (np.nanstd(x, ddof=1) + 1e-9)
                    columns.append(np.where(np.isnan(x), 0.0, x))
                    continue
                gaps = [pd.isna(value) for value in values]
                columns.append(np.array(gaps, dtype=np.float64))
                for word in dict.fromkeys(v for v, gap in zip(values, gaps) if not gap):
                    columns.append(np.array([v == word for v in values], dtype=np.float64))
            X = torch.from_numpy(np.stack(columns, axis=1)).float()
            y = torch.from_numpy(train["SalePrice"].to_numpy(dtype="float32").copy())
            return X[:n], X[n:], y[:, None]
        """,
        why="column by column with numpy; the columns stand in another order",
    ),
    Rewrite(
        "preprocess",
        """
        def preprocess(train, test):
            train, test = train.reset_index(drop=True), test.reset_index(drop=True)
            y = torch.tensor(train.pop("SalePrice").tolist(), dtype=torch.float32).view(-1, 1)
            both = pd.concat({"train": train, "test": test}).drop(columns="Id")
            words = [name for name in both if not pd.api.types.is_numeric_dtype(both[name].dtype)]
            numbers = both.drop(columns=words).astype("float64")
            numbers -= numbers.mean()
            numbers /= numbers.std()
            numbers = numbers.where(numbers.notna(), 0.0)
            if words:
                numbers = numbers.join(pd.get_dummies(both[words], columns=words, dummy_na=True).astype("float32"))
            X = [torch.tensor(numbers.loc[key].values, dtype=torch.float32) for key in ("train", "test")]
            return [*X, y]
        """,
        why="on copies, with keys for the tables; a list comes back",
    ),
    Rewrite(
        "log_rmse",
        """
        loss = nn.MSELoss()


        def log_rmse(net, features, labels):
            clipped_preds = torch.clamp(net(features), 1, float("inf"))
            rmse = torch.sqrt(loss(torch.log(clipped_preds), torch.log(labels)))
            return rmse.item()
        """,
        why="the notes",
    ),
    Rewrite(
        "log_rmse",
        """
        import numpy as np


        def log_rmse(net, features, labels):
            p = net(features).detach().cpu().numpy().astype(np.float64)
            p[p < 1] = 1
            return float(np.sqrt(np.square(np.log(p) - np.log(labels.cpu().numpy())).mean()))
        """,
        why="numpy, in float64",
    ),
    Rewrite(
        "log_rmse",
        """
        def log_rmse(net, features, labels):
            with torch.inference_mode():
                ratio = torch.relu(torch.maximum(net(features), torch.ones_like(labels))) / labels
                return float(torch.linalg.vector_norm(torch.log(ratio)) / len(labels) ** 0.5)
        """,
        why="the norm of log ratios",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            assert k > 1
            fold_size = X.shape[0] // k
            X_train, y_train = None, None
            for j in range(k):
                idx = slice(j * fold_size, (j + 1) * fold_size)
                X_part, y_part = X[idx, :], y[idx]
                if j == i:
                    X_valid, y_valid = X_part, y_part
                elif X_train is None:
                    X_train, y_train = X_part, y_part
                else:
                    X_train = torch.cat([X_train, X_part], 0)
                    y_train = torch.cat([y_train, y_part], 0)
            return X_train, y_train, X_valid, y_valid
        """,
        why="the notes, which leave out the rows beyond the folds",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            fold = torch.arange(len(X), device=X.device) // (len(X) // k)
            return X[fold != i], y[fold != i], X[fold == i], y[fold == i]
        """,
        why="masks; the rows left over are trained on",
    ),
    Rewrite(
        "get_k_fold_data",
        """
        def get_k_fold_data(k, i, X, y):
            n = len(X) // k
            valid = list(range(i * n, i * n + n))
            train = [row for row in range(n * k) if row not in valid]
            train = [train[j] for j in torch.randperm(len(train))]
            return [X[train], y[train], X[valid], y[valid]]
        """,
        why="lists of row numbers, training rows shuffled; a list comes back",
    ),
    Rewrite(
        "train_house",
        """
        from torch.utils import data

        loss = nn.MSELoss()


        def load_array(data_arrays, batch_size, is_train=True):
            return data.DataLoader(data.TensorDataset(*data_arrays), batch_size, shuffle=is_train)


        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            train_ls, test_ls = [], []
            train_iter = load_array((train_features, train_labels), batch_size)
            optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
            for epoch in range(num_epochs):
                for X, y in train_iter:
                    optimizer.zero_grad()
                    l = loss(net(X), y)
                    l.backward()
                    optimizer.step()
                train_ls.append(log_rmse(net, train_features, train_labels))
                if test_labels is not None:
                    test_ls.append(log_rmse(net, test_features, test_labels))
            return train_ls, test_ls
        """,
        why="the notes and the d2l book",
    ),
    Rewrite(
        "train_house",
        """
        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            def judge(X, y):
                with torch.no_grad():
                    return float(((net(X).clamp(min=1).log() - y.log()) ** 2).mean().sqrt())

            n = len(train_features)
            history = ([], [])
            adam = torch.optim.Adam(net.parameters(), learning_rate, weight_decay=weight_decay)
            for _ in range(num_epochs):
                net.train()
                order = torch.randperm(n)
                for start in range(0, n, batch_size):
                    rows = order[start : start + batch_size].to(train_features.device)
                    error = net(train_features[rows]) - train_labels[rows]
                    error.square().mean().backward()
                    adam.step()
                    adam.zero_grad(set_to_none=False)
                net.eval()
                history[0].append(judge(train_features, train_labels))
                if test_labels is not None:
                    history[1].append(judge(test_features, test_labels))
            return history
        """,
        why="batches by hand, a log rmse of its own, gradients zeroed after the step",
    ),
    Rewrite(
        "train_house",
        """
        import random


        def train_house(net, train_features, train_labels, test_features, test_labels,
                        num_epochs, learning_rate, weight_decay, batch_size):
            pairs = list(zip(train_features, train_labels))
            optimizer = torch.optim.Adam(params=net.parameters(), lr=learning_rate, weight_decay=weight_decay, foreach=False)
            train, test = [], []
            while len(train) < num_epochs:
                random.shuffle(pairs)
                for i in range(0, len(pairs), batch_size):
                    X, y = (torch.stack(part) for part in zip(*pairs[i : i + batch_size]))
                    net.zero_grad()
                    torch.mean((net(X) - y) ** 2).backward()
                    optimizer.step()
                train.append(log_rmse(net, train_features, train_labels))
                test += [] if test_labels is None else [log_rmse(net, test_features, test_labels)]
            return [train, test]
        """,
        why="shuffled with Python's random; a list comes back",
    ),
    Rewrite(
        "k_fold",
        """
        def k_fold(k, X_train, y_train, num_epochs, learning_rate, weight_decay, batch_size):
            in_features = X_train.shape[1]

            def get_net():
                net = nn.Sequential(nn.Linear(in_features, 1))
                return net

            train_l_sum, valid_l_sum = 0, 0
            for i in range(k):
                data = get_k_fold_data(k, i, X_train, y_train)
                net = get_net()
                train_ls, valid_ls = train_house(net, *data, num_epochs, learning_rate, weight_decay, batch_size)
                train_l_sum += train_ls[-1]
                valid_l_sum += valid_ls[-1]
                print(f"fold {i + 1}, train log rmse {float(train_ls[-1]):f}, valid log rmse {float(valid_ls[-1]):f}")
            return train_l_sum / k, valid_l_sum / k
        """,
        why="the notes, which print",
    ),
    Rewrite(
        "k_fold",
        """
        def k_fold(k, X_train, y_train, num_epochs, learning_rate, weight_decay, batch_size):
            net, ends = nn.Linear(X_train.shape[1], 1), []
            for i in range(k):
                net.reset_parameters()
                history = train_house(net, *get_k_fold_data(k, i, X_train, y_train),
                                      num_epochs, learning_rate, weight_decay, batch_size)
                ends.append([losses[-1] for losses in history])
            return tuple(torch.tensor(ends, dtype=torch.float64).mean(0).tolist())
        """,
        why="one object, made anew for each fold by reset_parameters",
    ),
    Rewrite(
        "k_fold",
        """
        import numpy as np


        def k_fold(k, X_train, y_train, num_epochs, learning_rate, weight_decay, batch_size):
            size, scores = len(X_train) // k, []
            for i in reversed(range(k)):
                rows = torch.arange(len(X_train))
                valid = (rows >= i * size) & (rows < (i + 1) * size)
                net = nn.Linear(X_train.shape[1], 1)
                nn.init.zeros_(net.weight), nn.init.zeros_(net.bias)
                optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
                for _ in range(num_epochs):
                    for batch in rows[~valid][torch.randperm(int((~valid).sum()))].split(batch_size):
                        optimizer.zero_grad()
                        nn.functional.mse_loss(net(X_train[batch]), y_train[batch]).backward()
                        optimizer.step()
                scores.append([log_rmse(net, X_train[part], y_train[part]) for part in (~valid, valid)])
            train, valid = np.mean(scores, axis=0)
            return train, valid
        """,
        why="all by hand, from zeros; numpy floats",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            preds = net(test_features).detach().numpy()
            prices = pd.Series(preds.reshape(1, -1)[0], index=test_ids.index, name="SalePrice")
            return pd.concat([test_ids.rename("Id"), prices], axis=1)
        """,
        why="the notes, mended: the labels of test_ids are kept",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            rows = [(int(i), float(p)) for i, p in zip(test_ids, net(test_features).flatten())]
            return pd.DataFrame(rows, columns=["Id", "SalePrice"])
        """,
        why="row by row, Python numbers",
    ),
    Rewrite(
        "submission",
        """
        def submission(net, test_features, test_ids):
            net.eval()
            table = test_ids.to_frame(name="Id")
            table["SalePrice"] = net(test_features).squeeze(1).tolist()
            return table
        """,
        why="a frame made of the ids, prices as a list",
    ),
]
