"""Known answers of ch37_machine_translation."""

from tests.answers import Edit, Rewrite

RESERVED = 'reserved_tokens=["<pad>", "<bos>", "<eos>"]'
LOADER = "DataLoader(TensorDataset(*arrays), batch_size, shuffle=True)"

WRONG = [
    Edit(
        "preprocess_nmt",
        '.replace("\\u202f", " ")',
        "",
        "test_no_break_spaces_become_blanks",
        "U+202F and U+00A0 both",
        "narrow no-break spaces stay",
    ),
    Edit(
        "preprocess_nmt",
        '.replace("\\u00a0", " ")',
        "",
        "test_no_break_spaces_become_blanks",
        "U+202F and U+00A0 both",
        "no-break spaces stay",
    ),
    Edit(
        "preprocess_nmt",
        '.replace("\\u202f", " ")',
        '.replace("\\u202f", "")',
        "test_no_break_spaces_become_blanks",
        "become a blank",
        "narrow no-break spaces are deleted",
    ),
    Edit(
        "preprocess_nmt",
        '"\\u202f", " ")',
        '"\\u202f", " ", 1)',
        "test_no_break_spaces_become_blanks",
        "however many",
        "only the first one is replaced",
    ),
    Edit(
        "preprocess_nmt",
        ".lower()",
        "",
        "test_small_letters",
        "every letter is a small one",
        "capitals stay",
    ),
    Edit(
        "preprocess_nmt",
        ".lower()",
        ".capitalize()",
        "test_a_text_comes_back",
        "nothing to change",
        "the first letter is a capital",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            text = text.replace("\\u202f", " ").replace("\\u00a0", " ")
            text = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)
            return "".join(
                " " + c if i > 0 and c in ",.!?" and text[i - 1] != " " else c
                for i, c in enumerate(text)
            )
        """,
        "test_small_letters",
        "every letter is a small one",
        "only A-Z become small",
    ),
    Edit(
        "preprocess_nmt",
        ",.!?",
        ",.!",
        "test_a_blank_stands_before_a_mark",
        "a blank before ?",
        "no blank before ?",
    ),
    Edit(
        "preprocess_nmt",
        ",.!?",
        ".!?",
        "test_a_blank_stands_before_a_mark",
        "a blank before ,",
        "no blank before a comma",
    ),
    Edit(
        "preprocess_nmt",
        ",.!?",
        ",.!?;:",
        "test_everything_else_stays",
        "other signs stay",
        "other marks, too",
    ),
    Edit(
        "preprocess_nmt",
        ",.!?",
        ",.!?½",
        "test_everything_else_stays",
        "other signs stay",
        "a blank before another sign",
    ),
    Edit(
        "preprocess_nmt",
        ' and text[i - 1] != " "',
        "",
        "test_no_second_blank_where_there_is_one",
        "a blank already",
        "a second blank",
    ),
    Edit(
        "preprocess_nmt",
        "i > 0 and ",
        "",
        "test_nothing_is_put_before_the_first_character",
        "does not begin with a blank",
        "looks at text[-1] for the first character",
    ),
    Edit(
        "preprocess_nmt",
        "i > 0 and char in ",
        "char in ",
        "test_nothing_is_put_before_the_first_character",
        "does not begin with a blank",
        "a blank at the very start",
    ),
    Edit(
        "preprocess_nmt",
        "i > 0",
        "i > 1",
        "test_every_mark_counts",
        "the one character before",
        "the second character is left out",
    ),
    Edit(
        "preprocess_nmt",
        'and text[i - 1] != " "',
        "and text[i - 1].isalpha()",
        "test_every_mark_counts",
        "a digit or a mark",
        "only behind letters",
    ),
    Edit(
        "preprocess_nmt",
        'and text[i - 1] != " "',
        'and text[i - 1] not in " ,.!?"',
        "test_every_mark_counts",
        "a digit or a mark",
        "repeated marks stay together",
    ),
    Edit(
        "preprocess_nmt",
        'out.append(" ")\n        out.append(char)',
        'out.append(char)\n            char = " "\n        out.append(char)',
        "test_a_blank_stands_before_a_mark",
        "nothing behind it",
        "the blank stands behind the mark",
    ),
    Edit(
        "preprocess_nmt",
        'out.append(" ")\n        out.append(char)',
        'char = " "\n        out.append(char)',
        "test_a_blank_stands_before_a_mark",
        "a blank before",
        "the mark is replaced by a blank",
    ),
    Edit(
        "preprocess_nmt",
        'return "".join(out)',
        "return out",
        "test_a_text_comes_back",
        "Its type is list",
        "a list of characters",
    ),
    Edit(
        "preprocess_nmt",
        'return "".join(out)',
        '" ".join(out)',
        "test_a_text_comes_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "preprocess_nmt",
        'return "".join(out)',
        'return " ".join("".join(out).split())',
        "test_everything_else_stays",
        "runs of blanks",
        "all white space becomes one blank",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            text = text.replace("\\u202f", " ").replace("\\u00a0", " ").lower()
            for mark in ",.!?":
                text = text.replace(mark, " " + mark)
            return text
        """,
        "test_no_second_blank_where_there_is_one",
        "add none",
        "a blank before every mark, whatever stands there",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        import re

        def preprocess_nmt(text):
            text = text.replace("\\u202f", " ").replace("\\u00a0", " ").lower()
            return re.sub(r"(\\w)([,.!?])", r"\\1 \\2", text)
        """,
        "test_every_mark_counts",
        "a digit or a mark",
        "only behind letters and digits",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        import re

        def preprocess_nmt(text):
            return re.sub(r"(?<=[^ ])([,.!?])", r" \\1", re.sub(r"\\s", " ", text.lower()))
        """,
        "test_everything_else_stays",
        "tabs, line ends",
        "tabs and line ends become blanks",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            out = []
            for i, char in enumerate(text.lower()):
                if i > 0 and char in ",.!?" and text[i - 1] != " ":
                    out.append(" ")
                out.append(char)
            return "".join(out).replace("\\u202f", " ").replace("\\u00a0", " ")
        """,
        "test_no_second_blank_where_there_is_one",
        "once the no-break spaces are blanks",
        "the special spaces are replaced too late",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            text = text.replace("\\u202f", " ").replace("\\u00a0", " ").lower().strip()
            return "".join(
                " " + c if i > 0 and c in ",.!?" and text[i - 1] != " " else c
                for i, c in enumerate(text)
            )
        """,
        "test_everything_else_stays",
        "line ends",
        "strips the text",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "[:num_examples and num_examples + 1]",
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "one line too many (notes 28)",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            source, target = [], []
            for i, line in enumerate(text.split("\\n")):
                if num_examples and i > num_examples:
                    break
                parts = line.split("\\t")
                if len(parts) == 2:
                    source.append(parts[0].split(" "))
                    target.append(parts[1].split(" "))
            return source, target
        """,
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "the notes as they are: one line too many (notes 28)",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "[: num_examples and num_examples - 1]",
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "one line too few",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "",
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "num_examples is not used",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "[: num_examples or 2]",
        "test_num_examples_is_the_number_of_lines",
        "None means all",
        "two lines by default",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "[: num_examples or -1]",
        "test_two_lists_of_lists",
        "a list of tokens for every line",
        "the last line is lost where nothing follows it",
    ),
    Edit(
        "tokenize_nmt",
        "[:num_examples]",
        "[-num_examples if num_examples else None :]",
        "test_num_examples_is_the_number_of_lines",
        "from the first",
        "the last lines",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            source, target = [], []
            for line in text.split("\\n"):
                if num_examples and len(source) == num_examples:
                    break
                parts = line.split("\\t")
                if len(parts) == 2:
                    source.append(parts[0].split(" "))
                    target.append(parts[1].split(" "))
            return source, target
        """,
        "test_lines_that_are_skipped_count",
        "also those that give no pair",
        "counts pairs instead of lines",
    ),
    Edit(
        "tokenize_nmt",
        "len(parts) == 2",
        "len(parts) >= 2",
        "test_lines_without_exactly_one_tab_give_no_pair",
        "exactly one tab",
        "takes lines with more tabs",
    ),
    Edit(
        "tokenize_nmt",
        "len(parts) == 2",
        "line",
        "test_lines_without_exactly_one_tab_give_no_pair",
        "IndexError",
        "takes every line that is not empty",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            source, target = [], []
            for line in text.split("\\n")[:num_examples]:
                parts = line.split("\\t")
                source.append(parts[0].split(" "))
                target.append(parts[-1].split(" "))
            return source, target
        """,
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "the empty piece behind the last line end becomes a pair",
    ),
    Edit(
        "tokenize_nmt",
        'parts = line.split("\\t")',
        'parts = line.split("\\t", 1)',
        "test_lines_without_exactly_one_tab_give_no_pair",
        "exactly one tab",
        "splits at the first tab only",
    ),
    Edit(
        "tokenize_nmt",
        "return source, target",
        "return target, source",
        "test_two_lists_of_lists",
        "(source, target)",
        "the languages are swapped",
    ),
    Edit(
        "tokenize_nmt",
        "return source, target",
        "return [source, target]",
        "test_two_lists_of_lists",
        "Its type is list",
        "a list of both",
    ),
    Edit(
        "tokenize_nmt",
        "return source, target",
        "return list(zip(source, target))",
        "test_two_lists_of_lists",
        "Its type is list",
        "a list of pairs",
    ),
    Edit(
        "tokenize_nmt",
        "return source, target",
        "return source",
        "test_two_lists_of_lists",
        "Its type is list",
        "the source alone",
    ),
    Edit(
        "tokenize_nmt",
        "return source, target",
        "print(source, target)",
        "test_two_lists_of_lists",
        "did you forget `return`",
        "prints instead of returning",
    ),
    Edit(
        "tokenize_nmt",
        "source.append(",
        "source.extend(",
        "test_two_lists_of_lists",
        "a list of tokens for every line",
        "one flat list",
    ),
    Edit(
        "tokenize_nmt",
        'source.append(parts[0].split(" "))',
        "source.append(parts[0])",
        "test_two_lists_of_lists",
        "a list of tokens for every line",
        "sentences are not split",
    ),
    Edit(
        "tokenize_nmt",
        'target.append(parts[1].split(" "))',
        "target.append(list(parts[1]))",
        "test_two_lists_of_lists",
        "a list of tokens",
        "characters",
    ),
    Edit(
        "tokenize_nmt",
        'source.append(parts[0].split(" "))',
        "source.append(parts[0].split())",
        "test_tokens_are_the_pieces_between_single_blanks",
        "split at each blank",
        "several blanks count as one",
    ),
    Edit(
        "tokenize_nmt",
        'target.append(parts[1].split(" "))',
        'target.append(parts[1].strip().split(" "))',
        "test_tokens_are_the_pieces_between_single_blanks",
        "split at each blank",
        "blanks at the ends of a sentence are taken off",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        source, target = [], []

        def tokenize_nmt(text, num_examples=None):
            for line in text.split("\\n")[:num_examples]:
                parts = line.split("\\t")
                if len(parts) == 2:
                    source.append(parts[0].split(" "))
                    target.append(parts[1].split(" "))
            return source, target
        """,
        "test_num_examples_is_the_number_of_lines",
        "the number of lines",
        "keeps the pairs of earlier calls",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token]",
        "return [padding_token]",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "the padding alone",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "return [padding_token] * (num_steps - len(line)) + line",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "padding in front",
    ),
    Edit(
        "truncate_pad",
        "line[:num_steps]",
        "line[-num_steps:]",
        "test_padded_or_cut_behind",
        "the first elements",
        "keeps the tail",
    ),
    Edit(
        "truncate_pad",
        "return line[:num_steps]",
        "return line",
        "test_padded_or_cut_behind",
        "the first elements",
        "does not cut",
    ),
    Edit(
        "truncate_pad",
        "line[:num_steps]",
        "line[: num_steps - 1] + [padding_token]",
        "test_padded_or_cut_behind",
        "the first elements",
        "the last place of a cut line is padding",
    ),
    Edit(
        "truncate_pad",
        "* (num_steps - len(line))",
        "* num_steps",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "as many as num_steps, whatever is there",
    ),
    Edit(
        "truncate_pad",
        "* (num_steps - len(line))",
        "* (num_steps - len(line) - 1)",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "one too few",
    ),
    Edit(
        "truncate_pad",
        "len(line) > num_steps",
        "len(line) >= num_steps - 1",
        "test_padded_or_cut_behind",
        "padding if there are too few",
        "one place short is not filled",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token]",
        "return line + [0]",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "always 0",
    ),
    Edit(
        "truncate_pad",
        "[padding_token] * (",
        "list(padding_token) * (",
        "test_a_list_of_num_steps_elements",
        "not iterable",
        "takes the padding token apart",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "return line + [[padding_token] * (num_steps - len(line))]",
        "test_a_list_of_num_steps_elements",
        "behind the line",
        "the padding is one element, a list",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "line += [padding_token] * (num_steps - len(line))\n    return line",
        "test_the_line_is_not_modified",
        "modified in place",
        "pads the caller's list",
    ),
    Edit(
        "truncate_pad",
        "return line[:num_steps]",
        "del line[num_steps:]\n        return line",
        "test_the_line_is_not_modified",
        "modified in place",
        "cuts the caller's list",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "return line.extend([padding_token] * (num_steps - len(line)))",
        "test_a_list_of_num_steps_elements",
        "did you forget `return`",
        "extend returns None",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "return torch.tensor(line + [padding_token] * (num_steps - len(line)))",
        "test_a_list_of_num_steps_elements",
        "Tensor",
        "a tensor",
    ),
    Edit(
        "truncate_pad",
        "return line + [padding_token] * (num_steps - len(line))",
        "return tuple(line + [padding_token] * (num_steps - len(line)))",
        "test_a_list_of_num_steps_elements",
        "Its type is tuple",
        "a tuple",
    ),
    Edit(
        "build_array_nmt",
        '[*line, "<eos>"]',
        "line",
        "test_eos_is_appended_before_the_padding",
        "then `<eos>`",
        "no `<eos>`",
    ),
    Edit(
        "build_array_nmt",
        '[*line, "<eos>"]',
        '["<eos>", *line]',
        "test_eos_is_appended_before_the_padding",
        "then `<eos>`",
        "`<eos>` in front",
    ),
    Edit(
        "build_array_nmt",
        '[*line, "<eos>"]',
        '["<bos>", *line, "<eos>"]',
        "test_eos_is_appended_before_the_padding",
        "The tokens, then `<eos>`",
        "`<bos>` in front",
    ),
    Rewrite(
        "build_array_nmt",
        """
        def build_array_nmt(lines, vocab, num_steps):
            rows = [truncate_pad(vocab[l], num_steps - 1, vocab["<pad>"]) for l in lines]
            array = torch.tensor([row + [vocab["<eos>"]] for row in rows])
            return array, (array != vocab["<pad>"]).sum(1)
        """,
        "test_eos_is_appended_before_the_padding",
        "then `<pad>`",
        "`<eos>` behind the padding",
    ),
    Rewrite(
        "build_array_nmt",
        """
        def build_array_nmt(lines, vocab, num_steps):
            rows = [vocab[l][: num_steps - 1] + [vocab["<eos>"]] for l in lines]
            array = torch.tensor([truncate_pad(r, num_steps, vocab["<pad>"]) for r in rows])
            return array, (array != vocab["<pad>"]).sum(1)
        """,
        "test_a_long_sentence_is_cut_and_loses_eos",
        "then the row is cut",
        "keeps room for `<eos>`",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).sum(1) - 1',
        "test_eos_is_appended_before_the_padding",
        "`<eos>`",
        "`<eos>` is not counted",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        "torch.tensor([len(row) for row in rows])",
        "test_a_long_sentence_is_cut_and_loses_eos",
        "number of places",
        "the length before cutting",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        "torch.tensor([len(line) for line in lines])",
        "test_eos_is_appended_before_the_padding",
        "number of places",
        "the number of tokens",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        "(array > 1).sum(1)",
        "test_unknown_tokens_count",
        "`<unk>`",
        "`<unk>` is not counted",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        "(array != 1).sum(1)",
        "test_indices_are_those_of_vocab",
        "number of places",
        "takes 1 for the index of `<pad>`",
    ),
    Edit(
        "build_array_nmt",
        'num_steps, vocab["<pad>"])',
        "num_steps, 1)",
        "test_indices_are_those_of_vocab",
        "ask it",
        "always pads with 1",
    ),
    Edit(
        "build_array_nmt",
        'num_steps, vocab["<pad>"])',
        "num_steps, 0)",
        "test_eos_is_appended_before_the_padding",
        "then `<pad>`, which is 1",
        "pads with 0",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).sum(0)',
        "test_shapes_and_integers",
        "one length for each row",
        "summed along the wrong axis",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).sum(1, keepdim=True)',
        "test_shapes_and_integers",
        "one length for each row",
        "a column of lengths",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).sum()',
        "test_shapes_and_integers",
        "one length for each row",
        "one sum of all",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array == vocab["<pad>"]).sum(1)',
        "test_eos_is_appended_before_the_padding",
        "that are not `<pad>`",
        "counts the padding",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).float().sum(1)',
        "test_shapes_and_integers",
        "integer dtype",
        "lengths are floats",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).any(1)',
        "test_shapes_and_integers",
        "integer dtype",
        "True instead of a length",
    ),
    Edit(
        "build_array_nmt",
        '(array != vocab["<pad>"]).sum(1)',
        '(array != vocab["<pad>"]).sum(1).tolist()',
        "test_shapes_and_integers",
        "Its type is list",
        "a list of lengths",
    ),
    Edit(
        "build_array_nmt",
        "array = torch.tensor(",
        "array = torch.Tensor(",
        "test_shapes_and_integers",
        "dtype float32",
        "torch.Tensor makes floats",
    ),
    Edit(
        "build_array_nmt",
        "num_steps, vocab",
        "max(map(len, rows)), vocab",
        "test_shapes_and_integers",
        "num_steps long",
        "as long as the longest line",
    ),
    Edit(
        "build_array_nmt",
        "return array, valid_len",
        "return array",
        "test_shapes_and_integers",
        "a tuple (array, ",
        "no valid lengths",
    ),
    Edit(
        "build_array_nmt",
        "return array, valid_len",
        "return valid_len, array",
        "test_shapes_and_integers",
        "array",
        "swapped",
    ),
    Edit(
        "build_array_nmt",
        "return array, valid_len",
        "return array.T, valid_len",
        "test_shapes_and_integers",
        "one row a sentence",
        "time first",
    ),
    Edit(
        "build_array_nmt",
        'rows = [vocab[[*line, "<eos>"]] for line in lines]',
        "for line in lines:\n"
        '        line.append("<eos>")\n'
        "    rows = [vocab[line] for line in lines]",
        "test_lines_are_not_modified",
        "modified in place",
        "appends to the caller's lists",
    ),
    Edit(
        "load_data_nmt",
        "vocab = Vocab(lines, min_freq=2, " + RESERVED + ")",
        "vocab = Vocab(lines, " + RESERVED + ")",
        "test_each_language_has_its_vocabulary",
        "seen twice",
        "rare words are kept",
    ),
    Edit(
        "load_data_nmt",
        "min_freq=2",
        "min_freq=3",
        "test_each_language_has_its_vocabulary",
        "seen twice",
        "words seen twice are left out",
    ),
    Edit(
        "load_data_nmt",
        ", " + RESERVED,
        "",
        "test_each_language_has_its_vocabulary",
        "the reserved ones",
        "no reserved tokens",
    ),
    Edit(
        "load_data_nmt",
        RESERVED,
        'reserved_tokens=["<pad>", "<eos>"]',
        "test_each_language_has_its_vocabulary",
        "the reserved ones",
        "no `<bos>`",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            source, target = tokenize_nmt(text, num_examples)
            vocab = Vocab(source + target, 2, ["<pad>", "<bos>", "<eos>"])
            arrays = *build_array_nmt(source, vocab, num_steps), *build_array_nmt(
                target, vocab, num_steps)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), vocab, vocab
        """,
        "test_each_language_has_its_vocabulary",
        "of one language",
        "one vocabulary for both languages",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            source, target = tokenize_nmt(text, num_examples)
            src_vocab = Vocab(source, 2, ["<pad>", "<bos>", "<eos>"])
            tgt_vocab = Vocab(target, 2, ["<pad>", "<bos>", "<eos>"])
            arrays = *build_array_nmt(source, src_vocab, num_steps), *build_array_nmt(
                target, src_vocab, num_steps)
            loader = DataLoader(TensorDataset(*arrays), batch_size, shuffle=True)
            return loader, src_vocab, tgt_vocab
        """,
        "test_batches_of_four_tensors",
        "indices of its language",
        "the translations are indexed with the source vocabulary",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines, used in zip(tokenize_nmt(text), tokenize_nmt(text, num_examples)):
                vocab = Vocab(lines, min_freq=2, reserved_tokens=["<pad>", "<bos>", "<eos>"])
                arrays += build_array_nmt(used, vocab, num_steps)
                vocabs.append(vocab)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), *vocabs
        """,
        "test_num_examples_lines_are_used",
        "the lines in use",
        "vocabularies of the whole file",
    ),
    Rewrite(
        "load_data_nmt",
        """
        class Batches:
            def __init__(self, source, target, batch_size, num_steps):
                self.source, self.target = source, target
                self.batch_size, self.num_steps = batch_size, num_steps

            def __len__(self):
                return -(-len(self.source) // self.batch_size)

            def __iter__(self):
                from ch31_text_preprocessing import Vocab

                for chosen in torch.randperm(len(self.source)).split(self.batch_size):
                    batch = []
                    for lines in (self.source, self.target):
                        part = [lines[i] for i in chosen.tolist()]
                        vocab = Vocab(part, 2, ["<pad>", "<bos>", "<eos>"])
                        batch += build_array_nmt(part, vocab, self.num_steps)
                    yield batch

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            source, target = tokenize_nmt(text, num_examples)
            vocabs = (Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]) for lines in (source, target))
            return Batches(source, target, batch_size, num_steps), *vocabs
        """,
        "test_every_sentence_with_its_translation",
        "with these vocabularies",
        "a vocabulary of its own for each batch",
    ),
    Edit(
        "load_data_nmt",
        "tokenize_nmt(text, num_examples)",
        "tokenize_nmt(text)",
        "test_num_examples_lines_are_used",
        "num_examples counts lines",
        "num_examples is not used",
    ),
    Edit(
        "load_data_nmt",
        "tokenize_nmt(text, num_examples)",
        "tokenize_nmt(text, num_examples + 1)",
        "test_num_examples_lines_are_used",
        "num_examples counts lines",
        "one line too many",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text):
                lines = lines[:num_examples]
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), *vocabs
        """,
        "test_num_examples_lines_are_used",
        "counts lines",
        "counts pairs instead of lines",
    ),
    Edit(
        "load_data_nmt",
        "num_examples: int = 600",
        "num_examples: int | None = None",
        "test_600_lines_by_default_and_pairs_stay_together",
        "600 lines by default",
        "all lines by default",
    ),
    Edit(
        "load_data_nmt",
        "num_examples: int = 600",
        "num_examples: int = 500",
        "test_600_lines_by_default_and_pairs_stay_together",
        "600 lines by default",
        "another default",
    ),
    Edit(
        "load_data_nmt",
        "num_examples: int = 600",
        "num_examples: int = 601",
        "test_600_lines_by_default_and_pairs_stay_together",
        "600 lines by default",
        "as many lines as the notes really read",
    ),
    Edit(
        "load_data_nmt",
        'preprocess_nmt(Path(path).read_text(encoding="utf-8"))',
        'Path(path).read_text(encoding="utf-8").lower()',
        "test_each_language_has_its_vocabulary",
        "of one language",
        "not preprocessed",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "DataLoader(TensorDataset(*arrays), batch_size)",
        "test_every_pass_has_another_random_order",
        "the order of the file",
        "not shuffled",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "DataLoader(TensorDataset(*[array.flip(0) for array in arrays]), batch_size)",
        "test_every_pass_has_another_random_order",
        "the same order twice",
        "backwards instead of at random",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "list(DataLoader(TensorDataset(*arrays), batch_size, shuffle=True))",
        "test_every_pass_has_another_random_order",
        "the same order twice",
        "shuffled once",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "iter(DataLoader(TensorDataset(*arrays), batch_size, shuffle=True))",
        "test_batches_of_four_tensors",
        "expected",
        "one pass only",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "(batch for batch in DataLoader(TensorDataset(*arrays), batch_size, shuffle=True))",
        "test_batches_of_four_tensors",
        "expected",
        "a generator",
    ),
    Edit(
        "load_data_nmt",
        "batch_size, shuffle=True)",
        "batch_size, shuffle=True, drop_last=True)",
        "test_batches_of_four_tensors",
        "the last batch has",
        "the short batch is dropped",
    ),
    Edit(
        "load_data_nmt",
        LOADER,
        "DataLoader(TensorDataset(*arrays), shuffle=True)",
        "test_batches_of_four_tensors",
        "the sizes of the batches",
        "batch_size is not used",
    ),
    Edit(
        "load_data_nmt",
        "TensorDataset(*arrays)",
        "TensorDataset(arrays[0], arrays[2], arrays[1], arrays[3])",
        "test_batches_of_four_tensors",
        "In this order",
        "X, Y, then both lengths",
    ),
    Edit(
        "load_data_nmt",
        "TensorDataset(*arrays)",
        "TensorDataset(arrays[2], arrays[3], arrays[0], arrays[1])",
        "test_batches_of_four_tensors",
        "indices of its language",
        "the translations first",
    ),
    Edit(
        "load_data_nmt",
        "TensorDataset(*arrays)",
        "TensorDataset(arrays[0], arrays[2])",
        "test_batches_of_four_tensors",
        "a tuple (X, ",
        "no valid lengths",
    ),
    Edit(
        "load_data_nmt",
        "TensorDataset(*arrays)",
        "TensorDataset(arrays[0], arrays[1], arrays[2], arrays[1])",
        "test_every_sentence_with_its_translation",
        "valid lengths",
        "the lengths of the sentences twice",
    ),
    Edit(
        "load_data_nmt",
        "TensorDataset(*arrays)",
        "TensorDataset(*[a[torch.randperm(len(a))] for a in arrays])",
        "test_every_sentence_with_its_translation",
        "valid lengths",
        "each tensor is shuffled for itself",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text, num_examples):
                lines = [lines[i] for i in torch.randperm(len(lines)).tolist()]
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), *vocabs
        """,
        "test_every_sentence_with_its_translation",
        "expected",
        "sentences and translations are shuffled apart",
    ),
    Rewrite(
        "load_data_nmt",
        """
        class Shuffled:
            def __init__(self, arrays, batch_size):
                self.arrays, self.batch_size = arrays, batch_size

            def __len__(self):
                return -(-len(self.arrays[0]) // self.batch_size)

            def __iter__(self):
                n = len(self.arrays[0])
                first, second = torch.randperm(n), torch.randperm(n)
                for i in range(0, n, self.batch_size):
                    a, b = first[i : i + self.batch_size], second[i : i + self.batch_size]
                    yield (self.arrays[0][a], self.arrays[1][a], self.arrays[2][b],
                           self.arrays[3][b])

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text, num_examples):
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            return Shuffled(arrays, batch_size), *vocabs
        """,
        "test_every_sentence_with_its_translation",
        "expected",
        "two orders in each pass",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text, num_examples):
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            drawn = torch.utils.data.RandomSampler(arrays[0], replacement=True)
            return DataLoader(TensorDataset(*arrays), batch_size, sampler=drawn), *vocabs
        """,
        "test_every_sentence_with_its_translation",
        "expected",
        "drawn with replacement",
    ),
    Edit(
        "load_data_nmt",
        "arrays += build_array_nmt(lines, vocab, num_steps)",
        "arrays += build_array_nmt(lines, vocab, num_steps + len(vocabs))",
        "test_batches_of_four_tensors",
        "shape (2, 6)",
        "translations are a step longer",
    ),
    Edit(
        "load_data_nmt",
        "return data_iter, *vocabs",
        "return data_iter, *reversed(vocabs)",
        "test_each_language_has_its_vocabulary",
        "of one language",
        "the vocabularies are swapped",
    ),
    Edit(
        "load_data_nmt",
        "return data_iter, *vocabs",
        "return data_iter, vocabs",
        "test_each_language_has_its_vocabulary",
        "a tuple (data_iter, ",
        "the vocabularies in a list",
    ),
    Edit(
        "load_data_nmt",
        "return data_iter, *vocabs",
        "return data_iter",
        "test_each_language_has_its_vocabulary",
        "a tuple (data_iter, ",
        "no vocabularies",
    ),
    Edit(
        "load_data_nmt",
        "Path(path).read_text",
        "path.read_text",
        "test_batches_of_four_tensors",
        "has no attribute 'read_text'",
        "works with a Path only",
    ),
    Rewrite(
        "load_data_nmt",
        """
        from data.text import pairs

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = preprocess_nmt(pairs().read_text(encoding="utf-8"))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text, num_examples):
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), *vocabs
        """,
        "test_each_language_has_its_vocabulary",
        "its tokens",
        "always the pairs of the project",
    ),
    Rewrite(
        "load_data_nmt",
        """
        cache = {}

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            text = cache.setdefault(
                str(path), preprocess_nmt(Path(path).read_text(encoding="utf-8")))
            arrays, vocabs = [], []
            for lines in tokenize_nmt(text, num_examples):
                vocabs.append(Vocab(lines, 2, ["<pad>", "<bos>", "<eos>"]))
                arrays += build_array_nmt(lines, vocabs[-1], num_steps)
            return DataLoader(TensorDataset(*arrays), batch_size, shuffle=True), *vocabs
        """,
        "test_the_file_is_read_at_every_call",
        "its tokens",
        "keeps the text of the first call",
    ),
    Edit(
        "load_data_nmt",
        "for lines in tokenize_nmt(text, num_examples):",
        "for lines in tokenize_nmt(text, min(num_examples, 500)):",
        "test_600_lines_by_default_and_pairs_stay_together",
        "600 lines by default",
        "never more than 500 lines",
    ),
    Edit(
        "load_data_nmt",
        'encoding="utf-8"',
        'encoding="latin-1"',
        "test_every_sentence_with_its_translation",
        "expected",
        "read as Latin-1",
    ),
    Edit(
        "load_data_nmt",
        'encoding="utf-8"',
        'encoding="ascii", errors="ignore"',
        "test_the_pairs_of_the_project",
        "pairs of the file only",
        "letters with accents are lost",
    ),
    Edit(
        "preprocess_nmt",
        ".lower()",
        '.lower().replace("\\u2009", " ")',
        "test_everything_else_stays",
        "other signs stay",
        "thin spaces become blanks, too",
    ),
    Edit(
        "preprocess_nmt",
        '",.!?"',
        "',.!?\"'",
        "test_everything_else_stays",
        "other signs stay",
        "quotation marks, too",
    ),
    Edit(
        "tokenize_nmt",
        "parts[0].split",
        "parts[0].strip().split",
        "test_tokens_are_the_pieces_between_single_blanks",
        "split at each blank",
        "blanks around a sentence are lost",
    ),
    Edit(
        "tokenize_nmt",
        "text.split",
        "text.strip().split",
        "test_tokens_are_the_pieces_between_single_blanks",
        "split at each blank",
        "an empty translation at the end of the text is lost",
    ),
    Edit(
        "tokenize_nmt",
        "num_examples: int | None = None",
        "num_examples: int | None = 600",
        "test_all_lines_are_read_by_default",
        "all lines are pairs",
        "the default of load_data_nmt",
    ),
    Edit(
        "truncate_pad",
        "return line + ",
        "padding_token = padding_token or 1\n    return line + ",
        "test_padded_or_cut_behind",
        "then padding",
        "takes a padding of 0 for none at all",
    ),
]

RIGHT = [
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            def no_space(char, prev_char):
                return char in set(',.!?') and prev_char != ' '

            text = text.replace('\\u202f', ' ').replace('\\xa0', ' ').lower()
            out = [' ' + char if i > 0 and no_space(char, text[i - 1]) else char
                   for i, char in enumerate(text)]
            return ''.join(out)
        """,
        why="the notes and the book",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        import re

        def preprocess_nmt(text):
            text = re.sub("[\\u202f\\u00a0]", " ", text).lower()
            return re.sub(r"(?<=[^ ])([,.!?])", r" \\1", text)
        """,
        why="regular expressions",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        import re

        def preprocess_nmt(text):
            text = text.translate({0x202F: " ", 0xA0: " "})
            return re.sub(r"(?<=\\S)(?=[,.!?])", " ", text).lower()
        """,
        why="no blank behind a tab or a line end",
    ),
    Rewrite(
        "preprocess_nmt",
        """
        def preprocess_nmt(text):
            result, last = "", " "
            for c in text:
                if c == "\\u202f" or c == "\\xa0":
                    c = " "
                if c in [",", ".", "!", "?"] and last != " ":
                    result += " "
                result += c.lower()
                last = c
            return result
        """,
        why="character by character, with the character before it in a variable",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            source, target = [], []
            for i, line in enumerate(text.split('\\n')):
                if num_examples and i >= num_examples:
                    break
                parts = line.split('\\t')
                if len(parts) == 2:
                    source.append(parts[0].split(' '))
                    target.append(parts[1].split(' '))
            return source, target
        """,
        why="the notes with their slip corrected",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            lines = text.splitlines()
            if num_examples is not None:
                lines = lines[:num_examples]
            pairs = [line.split("\\t") for line in lines if line.count("\\t") == 1]
            return [a.split(" ") for a, b in pairs], [b.split(" ") for a, b in pairs]
        """,
        why="comprehensions",
    ),
    Rewrite(
        "tokenize_nmt",
        """
        def tokenize_nmt(text, num_examples=None):
            src, tgt, count = [], [], 0
            for line in text.split("\\n"):
                if num_examples is not None and count == num_examples:
                    return src, tgt
                count += 1
                try:
                    left, right = line.split("\\t")
                except ValueError:
                    continue
                src.append(left.split(" "))
                tgt.append(right.split(" "))
            return src, tgt
        """,
        why="unpacking fails for other lines",
    ),
    Rewrite(
        "truncate_pad",
        """
        def truncate_pad(line, num_steps, padding_token):
            result = []
            for i in range(num_steps):
                result.append(line[i] if i < len(line) else padding_token)
            return result
        """,
        why="a loop",
    ),
    Rewrite(
        "truncate_pad",
        """
        def truncate_pad(line, num_steps, padding_token):
            return (line + [padding_token] * num_steps)[:num_steps]
        """,
        why="fill up, then cut",
    ),
    Rewrite(
        "truncate_pad",
        """
        import copy

        def truncate_pad(line, num_steps, padding_token):
            if len(line) == num_steps:
                return line
            line = copy.copy(line)
            while len(line) < num_steps:
                line.append(padding_token)
            while len(line) > num_steps:
                line.pop()
            return line
        """,
        why="in place on a copy; a line that fits comes back itself",
    ),
    Rewrite(
        "build_array_nmt",
        """
        def build_array_nmt(lines, vocab, num_steps):
            lines = [vocab[l] for l in lines]
            lines = [l + [vocab['<eos>']] for l in lines]
            array = torch.tensor([truncate_pad(
                l, num_steps, vocab['<pad>']) for l in lines])
            valid_len = (array != vocab['<pad>']).type(torch.int32).sum(1)
            return array, valid_len
        """,
        why="the notes and the book",
    ),
    Rewrite(
        "build_array_nmt",
        """
        def build_array_nmt(lines, vocab, num_steps):
            array = torch.full((len(lines), num_steps), vocab["<pad>"])
            valid_len = torch.zeros(len(lines), dtype=torch.int32)
            for i, line in enumerate(lines):
                tokens = line + ["<eos>"]
                for j in range(min(len(tokens), num_steps)):
                    array[i, j] = vocab[tokens[j]]
                    valid_len[i] += 1
            return array, valid_len
        """,
        why="loops, token by token; int32 lengths",
    ),
    Rewrite(
        "build_array_nmt",
        """
        def build_array_nmt(lines, vocab, num_steps):
            ids = [[vocab[token] for token in line] + [vocab["<eos>"]] for line in lines]
            lengths = torch.tensor([min(len(row), num_steps) for row in ids])
            padded = torch.nn.utils.rnn.pad_sequence(
                [torch.tensor(row[:num_steps]) for row in ids] + [torch.zeros(num_steps).long()],
                batch_first=True, padding_value=vocab["<pad>"])
            return padded[:-1], lengths
        """,
        why="pad_sequence",
    ),
    Rewrite(
        "load_data_nmt",
        """
        from torch.utils import data

        def load_array(data_arrays, batch_size, is_train=True):
            dataset = data.TensorDataset(*data_arrays)
            return data.DataLoader(dataset, batch_size, shuffle=is_train)

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            with open(path, 'r', encoding='utf-8') as f:
                text = preprocess_nmt(f.read())
            source, target = tokenize_nmt(text, num_examples)
            src_vocab = Vocab(source, min_freq=2,
                              reserved_tokens=['<pad>', '<bos>', '<eos>'])
            tgt_vocab = Vocab(target, min_freq=2,
                              reserved_tokens=['<pad>', '<bos>', '<eos>'])
            src_array, src_valid_len = build_array_nmt(source, src_vocab, num_steps)
            tgt_array, tgt_valid_len = build_array_nmt(target, tgt_vocab, num_steps)
            data_arrays = (src_array, src_valid_len, tgt_array, tgt_valid_len)
            data_iter = load_array(data_arrays, batch_size)
            return data_iter, src_vocab, tgt_vocab
        """,
        why="the book, with a path",
    ),
    Rewrite(
        "load_data_nmt",
        """
        class Pairs:
            def __init__(self, X, X_len, Y, Y_len, batch_size):
                self.rows = list(zip(X, X_len, Y, Y_len))
                self.batch_size = batch_size

            def __len__(self):
                return (len(self.rows) + self.batch_size - 1) // self.batch_size

            def __iter__(self):
                order = torch.randperm(len(self.rows)).tolist()
                for i in range(0, len(order), self.batch_size):
                    rows = [self.rows[j] for j in order[i : i + self.batch_size]]
                    yield tuple(torch.stack(column) for column in zip(*rows))

        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            from ch31_text_preprocessing import Vocab

            with open(path, encoding="utf-8") as file:
                head = "".join(line for line, _ in zip(file, range(num_examples)))
            source, target = tokenize_nmt(preprocess_nmt(head), num_examples)
            src_vocab = Vocab(source, 2, ["<bos>", "<eos>", "<pad>"])
            tgt_vocab = Vocab(target, 2, ["<bos>", "<eos>", "<pad>"])
            X, X_len = build_array_nmt(source, src_vocab, num_steps)
            Y, Y_len = build_array_nmt(target, tgt_vocab, num_steps)
            return Pairs(X, X_len, Y, Y_len, batch_size), src_vocab, tgt_vocab
        """,
        why="a class of its own, only the head of the file is read, another order of tokens",
    ),
    Rewrite(
        "load_data_nmt",
        """
        def load_data_nmt(path, batch_size, num_steps, num_examples=600):
            import ch31_text_preprocessing as ch31

            lines = Path(path).read_text(encoding="utf-8").split("\\n")[:num_examples]
            source, target = tokenize_nmt(preprocess_nmt("\\n".join(lines)))
            out, rows = [], []
            for tokens in (source, target):
                vocab = ch31.Vocab(tokens, 2, ["<pad>", "<bos>", "<eos>"])
                rows += build_array_nmt(tokens, vocab, num_steps)
                out.append(vocab)
            loader = DataLoader(list(zip(*rows)), batch_size=batch_size, shuffle=True)
            return (loader, *out)
        """,
        why="a list of rows as the data set",
    ),
]
