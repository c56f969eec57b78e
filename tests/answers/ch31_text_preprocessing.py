"""Known answers of ch31_text_preprocessing."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "read_time_machine",
        '"[^A-Za-z]+", " "',
        '"[^A-Za-z ]+", ""',
        "test_a_run_of_non_letters_is_one_space",
        "leaves a space behind",
        "non-letters are deleted",
    ),
    Edit(
        "read_time_machine",
        "[^A-Za-z]+",
        "[^A-Za-z]",
        "test_a_run_of_non_letters_is_one_space",
        "a whole run",
        "one space for each character",
    ),
    Edit(
        "read_time_machine",
        "[^A-Za-z]+",
        "[^A-Za-z ]+",
        "test_a_run_of_non_letters_is_one_space",
        "a whole run",
        "blanks beside a sign stay",
    ),
    Edit(
        "read_time_machine",
        "[^A-Za-z]+",
        "[^A-Za-z0-9]+",
        "test_a_run_of_non_letters_is_one_space",
        "digits are no letters",
        "digits stay",
    ),
    Edit(
        "read_time_machine",
        '"[^A-Za-z]+"',
        'r"[\\W\\d]+"',
        "test_a_run_of_non_letters_is_one_space",
        "underscore",
        r"\W takes the underscore for a letter",
    ),
    Edit(
        "read_time_machine",
        '"[^A-Za-z]+"',
        'r"[\\W\\d_]+"',
        "test_a_run_of_non_letters_is_one_space",
        "only a-z and A-Z",
        "accented letters stay",
    ),
    Edit(
        "read_time_machine",
        "[^A-Za-z]+",
        "[^A-z]+",
        "test_a_run_of_non_letters_is_one_space",
        "underscore",
        "A-z holds six signs too",
    ),
    Edit(
        "read_time_machine",
        '" ", line).strip()',
        '" ", line.strip())',
        "test_no_space_at_the_ends",
        "after the replacement",
        "stripped before the replacement",
    ),
    Edit(
        "read_time_machine",
        ".strip()",
        "",
        "test_one_string_a_line",
        "one string a line",
        "not stripped: the line end becomes a space",
    ),
    Edit(
        "read_time_machine",
        ".strip()",
        ".rstrip()",
        "test_no_space_at_the_ends",
        "take the spaces off",
        "only the right end",
    ),
    Edit(
        "read_time_machine",
        ".lower()",
        "",
        "test_lower_case",
        "small letters",
        "capitals stay",
    ),
    Edit(
        "read_time_machine",
        '"[^A-Za-z]+"',
        '"[^a-z]+"',
        "test_lower_case",
        "small letters",
        "capitals are replaced before they are made small",
    ),
    Edit(
        "read_time_machine",
        "for line in file]",
        "for line in file if line.strip()]",
        "test_lines_without_a_letter_are_kept_empty",
        "every line of the file counts",
        "blank lines are dropped",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                lines = [re.sub("[^a-z]+", " ", line.lower()).strip() for line in f]
            return [line for line in lines if line]
        """,
        "test_lines_without_a_letter_are_kept_empty",
        "every line of the file counts",
        "lines without a letter are dropped",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            text = Path(path).read_text(encoding="utf-8")
            return [re.sub("[^A-Za-z]+", " ", line).strip().lower() for line in text.split("\\n")]
        """,
        "test_one_string_a_line",
        "begins no line",
        "an empty line too many at the end",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            text = Path(path).read_text(encoding="utf-8")
            return re.sub("[^A-Za-z]+", " ", text).strip().lower()
        """,
        "test_one_string_a_line",
        "Its type is str",
        "one string for the whole text",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    return [re.sub("[^A-Za-z]+", " ", line).strip().lower()]
        """,
        "test_one_string_a_line",
        "one string a line",
        "the first line only",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                lines = f.readlines()
            [re.sub("[^A-Za-z]+", " ", line).strip().lower() for line in lines]
        """,
        "test_one_string_a_line",
        "return",
        "no return",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    yield re.sub("[^A-Za-z]+", " ", line).strip().lower()
        """,
        "test_one_string_a_line",
        "Its type is generator",
        "a generator, not a list",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                return [re.sub("[^a-z]+", " ", line.lower()).split() for line in f]
        """,
        "test_one_string_a_line",
        "one string a line",
        "lists of words",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, encoding="utf-8") as f:
                lines = f.readlines()
            return [re.sub("[^A-Za-z]+", " ", line[:-1]).strip().lower() for line in lines]
        """,
        "test_one_string_a_line",
        "one string a line",
        "cuts the last letter where the file does not end in a newline",
    ),
    Edit(
        "read_time_machine",
        'encoding="utf-8"',
        'encoding="ascii", errors="ignore"',
        "test_a_run_of_non_letters_is_one_space",
        "only a-z",
        "accented letters vanish without a space",
    ),
    Edit(
        "read_time_machine",
        'encoding="utf-8"',
        'encoding="ascii"',
        "test_a_run_of_non_letters_is_one_space",
        "UnicodeDecodeError",
        "the file is not read as UTF-8",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            text = path.read_text(encoding="utf-8")
            return [re.sub("[^A-Za-z]+", " ", line).strip().lower() for line in text.splitlines()]
        """,
        "test_the_path_may_be_a_str_and_the_file_is_read_anew",
        "read_text",
        "works with a Path only",
    ),
    Rewrite(
        "read_time_machine",
        """
        import functools

        _cache = {}

        def read_time_machine(path):
            if str(path) not in _cache:
                with open(path, encoding="utf-8") as f:
                    _cache[str(path)] = [
                        re.sub("[^A-Za-z]+", " ", line).strip().lower() for line in f]
            return _cache[str(path)]
        """,
        "test_the_path_may_be_a_str_and_the_file_is_read_anew",
        "at every call",
        "keeps the text of the first call",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            if token == "word":
                return [line.split() for line in lines]
            elif token == "char":
                return [list(line) for line in lines]
            else:
                print("unknown kind of token: " + token)
        """,
        "test_another_kind_of_token_raises",
        "after print() the caller goes on with None",
        "prints and returns None (notes 20)",
    ),
    Edit(
        "tokenize",
        "raise ValueError(f\"token must be 'word' or 'char', not {token!r}\")",
        "return [list(line) for line in lines]",
        "test_another_kind_of_token_raises",
        "raised nothing",
        "anything else means characters",
    ),
    Edit(
        "tokenize",
        'if token == "word"',
        'if token.lower() == "word"',
        "test_another_kind_of_token_raises",
        "ValueError is raised",
        "capitals are accepted",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            return {"word": [line.split() for line in lines],
                    "char": [list(line) for line in lines]}[token]
        """,
        "test_another_kind_of_token_raises",
        "KeyError",
        "another error",
    ),
    Edit(
        "tokenize",
        "line.split()",
        'line.split(" ")',
        "test_words_are_the_pieces_between_blanks",
        "no empty words",
        "empty words, and one in an empty line",
    ),
    Edit(
        "tokenize",
        "line.split()",
        're.findall(r"[A-Za-z]+", line)',
        "test_words_are_the_pieces_between_blanks",
        "half-past",
        "takes words apart at signs",
    ),
    Edit(
        "tokenize",
        "[line.split() for line in lines]",
        "[line.split() for line in lines if line]",
        "test_words_are_the_pieces_between_blanks",
        "[] for an empty line",
        "empty lines are skipped",
    ),
    Edit(
        "tokenize",
        "[line.split() for line in lines]",
        "[word for line in lines for word in line.split()]",
        "test_one_list_of_words_a_line",
        "a list of lists",
        "one flat list",
    ),
    Edit(
        "tokenize",
        "[line.split() for line in lines]",
        "[tuple(line.split()) for line in lines]",
        "test_one_list_of_words_a_line",
        "a list of lists",
        "tuples inside",
    ),
    Edit(
        "tokenize",
        "[line.split() for line in lines]",
        "map(str.split, lines)",
        "test_one_list_of_words_a_line",
        "Its type is map",
        "a map object, good for one pass",
    ),
    Edit(
        "tokenize",
        'token: str = "word"',
        'token: str = "char"',
        "test_one_list_of_words_a_line",
        "words by default",
        "characters by default",
    ),
    Edit(
        "tokenize",
        "list(line)",
        'list(line.replace(" ", ""))',
        "test_characters_include_blanks",
        "a blank too",
        "characters without the blanks",
    ),
    Edit(
        "tokenize",
        "[list(line) for line in lines]",
        "[[list(word) for word in line.split()] for line in lines]",
        "test_characters_include_blanks",
        "every character is a token",
        "characters word by word",
    ),
    Edit(
        "tokenize",
        "[list(line) for line in lines]",
        '[list(line) for line in lines if line != ""]',
        "test_characters_include_blanks",
        "[]",
        "empty lines are skipped for characters",
    ),
    Edit(
        "tokenize",
        'if token == "word":',
        'if not lines:\n        return [[]]\n    if token == "word":',
        "test_no_lines_give_no_lists",
        "[]",
        "one empty line of nothing",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            if token not in ("word", "char"):
                raise ValueError(token)
            for i, line in enumerate(lines):
                lines[i] = line.split() if token == "word" else list(line)
            return lines
        """,
        "test_lines_are_not_modified",
        "modified in place",
        "replaces the caller's lines",
    ),
    Edit(
        "count_corpus",
        "if tokens and isinstance(tokens[0], list):",
        "if True:",
        "test_a_list_of_tokens",
        "not to be taken apart",
        "always flattened: words become characters",
    ),
    Edit(
        "count_corpus",
        "isinstance(tokens[0], list)",
        "isinstance(tokens[0], (list, tuple))",
        "test_a_tuple_is_one_token",
        "counted as a whole",
        "tuples are taken for lines",
    ),
    Edit(
        "count_corpus",
        "isinstance(tokens[0], list)",
        "not isinstance(tokens[0], str)",
        "test_a_tuple_is_one_token",
        "only lists are lines",
        "all but strings are taken for lines",
    ),
    Edit(
        "count_corpus",
        "if tokens and isinstance(tokens[0], list):",
        "if isinstance(tokens[0], list):",
        "test_nothing_to_count",
        "IndexError",
        "looks at the first element of an empty list",
    ),
    Edit(
        "count_corpus",
        "if tokens and isinstance(tokens[0], list):",
        "if tokens and not isinstance(tokens[0][0], str):",
        "test_a_counter_comes_back",
        "unhashable",
        "lists are told by their first element",
    ),
    Edit(
        "count_corpus",
        "if tokens and isinstance(tokens[0], list):",
        "if tokens and tokens[0] and isinstance(tokens[0], list):",
        "test_a_first_line_that_is_empty",
        "unhashable",
        "an empty first line is taken for a token",
    ),
    Edit(
        "count_corpus",
        "for line in tokens for token in line",
        "for line in tokens for token in set(line)",
        "test_a_list_of_lists",
        "as often as they stand there",
        "counts lines with the token",
    ),
    Edit(
        "count_corpus",
        "tokens = [token for line in tokens for token in line]",
        "tokens = tokens[0]",
        "test_a_list_of_lists",
        "all lines",
        "the first line only",
    ),
    Edit(
        "count_corpus",
        "return collections.Counter(tokens)",
        "return dict(collections.Counter(tokens))",
        "test_a_counter_comes_back",
        "Its type is dict",
        "a plain dict",
    ),
    Edit(
        "count_corpus",
        "return collections.Counter(tokens)",
        "return collections.Counter(tokens).most_common()",
        "test_a_counter_comes_back",
        "Its type is list",
        "a list of pairs",
    ),
    Edit(
        "count_corpus",
        "return collections.Counter(tokens)",
        "collections.Counter(tokens)",
        "test_a_counter_comes_back",
        "return",
        "no return",
    ),
    Edit(
        "count_corpus",
        "return collections.Counter(tokens)",
        "return [collections.Counter(line) for line in tokens]",
        "test_a_counter_comes_back",
        "Its type is list",
        "one Counter a line",
    ),
    Rewrite(
        "count_corpus",
        """
        _counter = collections.Counter()

        def count_corpus(tokens):
            if tokens and isinstance(tokens[0], list):
                tokens = [token for line in tokens for token in line]
            _counter.update(tokens)
            return _counter
        """,
        "test_a_list_of_lists",
        "all lines",
        "adds to the counts of earlier calls",
    ),
    Rewrite(
        "count_corpus",
        """
        def count_corpus(tokens, counter=collections.Counter()):
            counter.clear()
            while tokens:
                token = tokens.pop()
                counter.update(token if isinstance(token, list) else [token])
            return counter
        """,
        "test_tokens_are_not_modified_and_calls_are_independent",
        "modified in place",
        "empties the caller's list",
    ),
    Edit(
        "Vocab",
        "min_freq: int = 0",
        "min_freq: int = 2",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "'on'",
        "another default: rare tokens are lost",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or [])",
        "count_corpus([*tokens])",
        "test_an_empty_corpus_leaves_unk_alone",
        "NoneType",
        "None is not taken for an empty corpus",
    ),
    Edit(
        "Vocab",
        "*(reserved_tokens or [])",
        "*reserved_tokens",
        "test_vocabularies_share_nothing",
        "NoneType",
        "None is not taken for an empty list",
    ),
    Edit(
        "Vocab",
        "freq >= min_freq",
        "freq > min_freq",
        "test_len_counts_every_token_with_an_index",
        "frequent enough",
        "min_freq itself is too rare",
    ),
    Edit(
        "Vocab",
        "if freq >= min_freq and token",
        "if freq > min_freq - 0.5 * (min_freq != 1) and token",
        "test_rarer_tokens_than_min_freq_are_left_out",
        "1 times is enough",
        "a token that stands once is left out for min_freq 1",
    ),
    Edit(
        "Vocab",
        "freq >= min_freq and ",
        "",
        "test_len_counts_every_token_with_an_index",
        "frequent enough",
        "min_freq is ignored",
    ),
    Edit(
        "Vocab",
        "        self.token_to_idx = {",
        "        self.idx_to_token = [*self.idx_to_token[1:], '<unk>']\n        self.token_to_idx = {",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "`<unk>` has index 0",
        "<unk> stands last",
    ),
    Edit(
        "Vocab",
        '["<unk>", *(reserved_tokens or [])]',
        '[*(reserved_tokens or []), "<unk>"]',
        "test_reserved_tokens_come_right_behind_unk",
        "'<num>', '<unk>'",
        "<unk> stands behind the reserved tokens",
    ),
    Edit(
        "Vocab",
        ".most_common()",
        ".items()",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "the higher the count",
        "in the order of the text",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or []).most_common()",
        "sorted(count_corpus(tokens or []).items(), key=lambda pair: pair[1])",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "the higher the count",
        "rare tokens first",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or []).most_common()",
        "sorted(count_corpus(tokens or []).items())",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "the higher the count",
        "in the order of the alphabet",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or []).most_common()",
        "sorted(count_corpus(tokens or []).items(), reverse=True)",
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "the higher the count",
        "sorted by token, not by count",
    ),
    Edit(
        "Vocab",
        "*(reserved_tokens or [])",
        "*[]",
        "test_len_counts_every_token_with_an_index",
        "the reserved tokens",
        "reserved tokens are ignored",
    ),
    Edit(
        "Vocab",
        "*(reserved_tokens or [])",
        "*sorted(reserved_tokens or [])",
        "test_reserved_tokens_come_right_behind_unk",
        "in the given order",
        "reserved tokens are sorted",
    ),
    Edit(
        "Vocab",
        " and token not in special:",
        ":",
        "test_no_token_stands_twice",
        "have their places",
        "a reserved token of the corpus gets a second index",
    ),
    Edit(
        "Vocab",
        "special = set(self.idx_to_token)",
        "special = set(reserved_tokens or [])",
        "test_no_token_stands_twice",
        "`<unk>`",
        "<unk> of the corpus gets a second index",
    ),
    Edit(
        "Vocab",
        "self.token_to_idx.get(tokens, self.unk)",
        "self.token_to_idx.get(tokens, -1)",
        "test_an_unknown_token_has_the_index_of_unk",
        "the index of `<unk>`",
        "-1 for an unknown token",
    ),
    Edit(
        "Vocab",
        "self.token_to_idx.get(tokens, self.unk)",
        "self.token_to_idx.get(tokens)",
        "test_an_unknown_token_has_the_index_of_unk",
        "None",
        "None for an unknown token",
    ),
    Edit(
        "Vocab",
        "self.token_to_idx.get(tokens, self.unk)",
        "self.token_to_idx[tokens]",
        "test_an_unknown_token_has_the_index_of_unk",
        "KeyError",
        "KeyError for an unknown token",
    ),
    Edit(
        "Vocab",
        "self.token_to_idx.get(tokens, self.unk)",
        "self.token_to_idx.get(tokens, '<unk>')",
        "test_an_unknown_token_has_the_index_of_unk",
        "0",
        "the token <unk> instead of its index",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.unk = 0
                self.token_freqs = count_corpus(tokens or []).most_common()
                self.idx_to_token = ["<unk>"] + (reserved_tokens or [])
                for token, freq in self.token_freqs:
                    if freq >= min_freq and token not in self.idx_to_token:
                        self.idx_to_token.append(token)
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}

            def __len__(self):
                return len(self.token_to_idx)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.setdefault(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_looking_up_adds_nothing",
        "stays unknown",
        "a lookup makes the vocabulary grow",
    ),
    Edit(
        "Vocab",
        "[self[token] for token in tokens]",
        "[self.token_to_idx.get(token, self.unk) for token in tokens]",
        "test_indexing_by_a_token_a_list_or_lists",
        "unhashable",
        "a list in a list cannot be looked up",
    ),
    Edit(
        "Vocab",
        "[self[token] for token in tokens]",
        "tuple(self[token] for token in tokens)",
        "test_indexing_by_a_token_a_list_or_lists",
        "Its type is tuple",
        "a tuple for a list",
    ),
    Edit(
        "Vocab",
        "[self[token] for token in tokens]",
        "[self[token] for token in tokens if token in self.token_to_idx]",
        "test_indexing_by_a_token_a_list_or_lists",
        "unhashable",
        "unknown tokens of a list are left out",
    ),
    Edit(
        "Vocab",
        "[self[token] for token in tokens]",
        "[i for token in tokens for i in (lambda x: x if isinstance(x, list) else [x])(self[token])]",
        "test_indexing_by_a_token_a_list_or_lists",
        "so do the lists in a list",
        "nested lists come back flat",
    ),
    Edit(
        "Vocab",
        "if isinstance(tokens, list):",
        "if len(tokens) > 1 and isinstance(tokens, list):",
        "test_indexing_by_a_token_a_list_or_lists",
        "unhashable",
        "a list of one token is taken for a token",
    ),
    Edit(
        "Vocab",
        "if isinstance(tokens, list):",
        'if hasattr(tokens, "__len__") and len(tokens) > 1:',
        "test_an_unknown_token_has_the_index_of_unk",
        "vocab['wall']",
        "a word is taken for a list of letters",
    ),
    Edit(
        "Vocab",
        "[self.idx_to_token[idx] for idx in indices]",
        '" ".join(self.idx_to_token[idx] for idx in indices)',
        "test_to_tokens_of_an_index_or_a_list",
        "Its type is str",
        "a text instead of a list",
    ),
    Edit(
        "Vocab",
        "if isinstance(indices, list):",
        'if hasattr(indices, "__len__") and len(indices) > 1:',
        "test_to_tokens_of_an_index_or_a_list",
        "list indices must be integers",
        "a list of one index is no list (a later edition of the book)",
    ),
    Edit(
        "Vocab",
        "        if isinstance(indices, list):\n            return [self.idx_to_token[idx] for idx in indices]\n",
        "",
        "test_to_tokens_of_an_index_or_a_list",
        "list indices must be integers",
        "single indices only",
    ),
    Edit(
        "Vocab",
        "self.unk = 0",
        "self._unk = 0",
        "test_unk_is_an_attribute_and_0",
        "no attribute 'unk'",
        "unk cannot be read",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.token_freqs = count_corpus(tokens or []).most_common()
                self.idx_to_token = ["<unk>"] + (reserved_tokens or [])
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}
                for token, freq in self.token_freqs:
                    if freq >= min_freq and token not in self.token_to_idx:
                        self.token_to_idx[token] = len(self.idx_to_token)
                        self.idx_to_token.append(token)

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk())

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]

            def unk(self):
                return 0
        """,
        "test_unk_is_an_attribute_and_0",
        "Its type is method",
        "unk is a method",
    ),
    Edit(
        "Vocab",
        "self.unk = 0",
        'self.unk = "<unk>"',
        "test_unk_is_an_attribute_and_0",
        "Its type is str",
        "unk is the token",
    ),
    Edit(
        "Vocab",
        "self.token_freqs = count_corpus(tokens or []).most_common()",
        "self.token_freqs = dict(counts := count_corpus(tokens or []).most_common()).items()",
        "test_token_freqs_are_pairs_from_high_to_low",
        "Its type is dict_items",
        "not a list",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.unk = 0
                self.token_freqs = list(count_corpus(tokens or []).items())
                ordered = sorted(self.token_freqs, key=lambda pair: -pair[1])
                self.idx_to_token = ["<unk>"] + (reserved_tokens or [])
                for token, freq in ordered:
                    if freq >= min_freq and token not in self.idx_to_token:
                        self.idx_to_token.append(token)
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_token_freqs_are_pairs_from_high_to_low",
        "(token, count)",
        "token_freqs is not sorted",
    ),
    Edit(
        "Vocab",
        "return len(self.idx_to_token)",
        "return len(self.token_freqs)",
        "test_an_empty_corpus_leaves_unk_alone",
        "`<unk>` has an index and counts",
        "counts the distinct tokens of the corpus",
    ),
    Edit(
        "Vocab",
        "{token: idx for idx, token in enumerate(self.idx_to_token)}",
        "{token: idx for idx, (token, _) in enumerate(self.token_freqs, 1)}",
        "test_token_to_idx_is_the_inverse_of_idx_to_token",
        "'<unk>'",
        "no index for <unk> and the reserved tokens",
    ),
    Edit(
        "Vocab",
        "{token: idx for idx, token in enumerate(self.idx_to_token)}",
        "{token: idx for idx, token in enumerate(self.idx_to_token, 1)}",
        "test_token_to_idx_is_the_inverse_of_idx_to_token",
        "token_to_idx of",
        "indices begin at 1",
    ),
    Edit(
        "Vocab",
        "        for token, freq in self.token_freqs:",
        "        for freq, token in {freq: token for token, freq in self.token_freqs}.items():",
        "test_equally_frequent_tokens_stand_side_by_side",
        "all have a place",
        "of tokens with one count only one is kept",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or [])",
        "count_corpus((tokens or [[]])[0] if isinstance((tokens or [[]])[0], list) else tokens)",
        "test_a_list_of_lines_is_one_corpus",
        "all lines",
        "the first line only",
    ),
    Edit(
        "Vocab",
        "count_corpus(tokens or [])",
        "collections.Counter(t for x in tokens or [] for t in ([x] if isinstance(x, str) else x))",
        "test_tuples_are_tokens",
        "'owl'",
        "tuples are taken apart",
    ),
    Edit(
        "Vocab",
        '["<unk>", *(reserved_tokens or [])]',
        'reserved_tokens or []\n        self.idx_to_token.insert(0, "<unk>")',
        "test_arguments_are_not_modified",
        "modified in place",
        "<unk> is put into the caller's list",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=[], min_freq=0, reserved_tokens=[]):
                self.unk = 0
                self.token_freqs = count_corpus(tokens).most_common()
                self.idx_to_token = reserved_tokens
                self.idx_to_token.insert(0, "<unk>")
                self.idx_to_token += [t for t, c in self.token_freqs
                                      if c >= min_freq and t not in self.idx_to_token]
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_vocabularies_share_nothing",
        "a default such as []",
        "a mutable default grows from call to call",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            unk = 0
            token_to_idx = {"<unk>": 0}

            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.token_freqs = count_corpus(tokens or []).most_common()
                self.idx_to_token = ["<unk>"]
                kept = [t for t, c in self.token_freqs if c >= min_freq]
                for token in (reserved_tokens or []) + kept:
                    if token not in self.idx_to_token:
                        self.token_to_idx[token] = len(self.idx_to_token)
                        self.idx_to_token.append(token)

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_vocabularies_share_nothing",
        "an attribute of the class",
        "the dictionary belongs to the class",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.unk = 0
                self.token_freqs = count_corpus(tokens or []).most_common()
                kept = [token for token, freq in self.token_freqs if freq >= min_freq]
                self.idx_to_token = sorted({"<unk>", *(reserved_tokens or []), *kept})
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_unk_comes_first_then_the_most_frequent_tokens",
        "the higher the count",
        "all tokens sorted by the alphabet (a later edition of the book)",
    ),
    Edit(
        "Vocab",
        "if freq >= min_freq and token not in special:",
        "if freq >= min_freq and token not in special or token in (reserved_tokens or []):",
        "test_no_token_stands_twice",
        "have their places",
        "reserved tokens of the corpus are added once more",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                self.unk = 0
                self.token_freqs = count_corpus(tokens or []).most_common()
                counts = dict(self.token_freqs)
                kept = [t for t in (reserved_tokens or []) if counts.get(t, min_freq) >= min_freq]
                kept += [t for t, c in self.token_freqs if c >= min_freq and t not in kept]
                self.idx_to_token = ["<unk>"] + [t for t in kept if t != "<unk>"]
                self.token_to_idx = {token: i for i, token in enumerate(self.idx_to_token)}

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[token] for token in tokens]
                return self.token_to_idx.get(tokens, self.unk)

            def to_tokens(self, indices):
                if isinstance(indices, list):
                    return [self.idx_to_token[i] for i in indices]
                return self.idx_to_token[indices]
        """,
        "test_reserved_tokens_may_be_rare",
        "min_freq is not for them",
        "rare reserved tokens are left out",
    ),
    Edit(
        "load_corpus_time_machine",
        'tokenize(read_time_machine(path), "char")',
        "tokenize(read_time_machine(path))",
        "test_indices_of_the_characters",
        "the Vocab counts all characters",
        "words instead of characters",
    ),
    Edit(
        "load_corpus_time_machine",
        "[vocab[char] for line in lines for char in line]",
        "vocab[lines]",
        "test_a_tuple_of_a_list_and_a_vocabulary",
        "one flat list",
        "a list a line",
    ),
    Edit(
        "load_corpus_time_machine",
        "[vocab[char] for line in lines for char in line]",
        "[char for line in lines for char in line]",
        "test_a_tuple_of_a_list_and_a_vocabulary",
        "the index of every character",
        "characters instead of their indices",
    ),
    Edit(
        "load_corpus_time_machine",
        "return corpus, vocab",
        "return vocab, corpus",
        "test_a_tuple_of_a_list_and_a_vocabulary",
        "corpus, vocab",
        "the other way round",
    ),
    Edit(
        "load_corpus_time_machine",
        "return corpus, vocab",
        "return corpus",
        "test_a_tuple_of_a_list_and_a_vocabulary",
        "a tuple",
        "the corpus only",
    ),
    Edit(
        "load_corpus_time_machine",
        "return corpus, vocab",
        "print(vocab)",
        "test_a_tuple_of_a_list_and_a_vocabulary",
        "a tuple",
        "no return",
    ),
    Edit(
        "load_corpus_time_machine",
        "    if max_tokens > 0:\n        corpus = corpus[:max_tokens]",
        "    corpus = corpus[:max_tokens]",
        "test_indices_of_the_characters",
        "all characters",
        "-1 cuts the last character off",
    ),
    Edit(
        "load_corpus_time_machine",
        "        corpus = corpus[:max_tokens]",
        "        corpus = corpus[: max_tokens + 1]",
        "test_the_corpus_is_cut_after_max_tokens_characters",
        "tokens of the corpus",
        "one character too many",
    ),
    Edit(
        "load_corpus_time_machine",
        "    if max_tokens > 0:\n        corpus = corpus[:max_tokens]\n",
        "",
        "test_the_corpus_is_cut_after_max_tokens_characters",
        "tokens of the corpus",
        "max_tokens is ignored",
    ),
    Edit(
        "load_corpus_time_machine",
        "if max_tokens > 0:",
        "if max_tokens > 1:",
        "test_the_corpus_is_cut_after_max_tokens_characters",
        "max_tokens=1",
        "1 means everything",
    ),
    Edit(
        "load_corpus_time_machine",
        "    vocab = Vocab(lines)",
        "    if max_tokens > 0:\n        lines = lines[:max_tokens]\n    vocab = Vocab(lines)",
        "test_the_vocabulary_is_of_the_whole_text",
        "cut the corpus afterwards",
        "max_tokens cuts lines",
    ),
    Rewrite(
        "load_corpus_time_machine",
        """
        def load_corpus_time_machine(path, max_tokens=-1):
            chars = [c for line in tokenize(read_time_machine(path), "char") for c in line]
            if max_tokens > 0:
                chars = chars[:max_tokens]
            vocab = Vocab(chars)
            return vocab[chars], vocab
        """,
        "test_the_vocabulary_is_of_the_whole_text",
        "first, cut the corpus afterwards",
        "the text is cut before the vocabulary is made",
    ),
    Edit(
        "load_corpus_time_machine",
        "vocab = Vocab(lines)",
        "vocab = Vocab(sorted({char for line in lines for char in line}))",
        "test_indices_of_the_characters",
        "the Vocab counts all characters",
        "every character counts once",
    ),
    Edit(
        "load_corpus_time_machine",
        "vocab = Vocab(lines)",
        "vocab = Vocab(lines, 2)",
        "test_indices_of_the_characters",
        "the Vocab counts all characters",
        "rare characters become unknown",
    ),
    Edit(
        "load_corpus_time_machine",
        "vocab = Vocab(lines)",
        'vocab = Vocab(lines, reserved_tokens=["<pad>"])',
        "test_indices_of_the_characters",
        "the Vocab counts all characters",
        "a reserved token nobody asked for",
    ),
    Edit(
        "load_corpus_time_machine",
        "tokenize(read_time_machine(path)",
        'tokenize([" ".join(read_time_machine(path))]',
        "test_indices_of_the_characters",
        "nothing in between",
        "a blank between the lines",
    ),
    Edit(
        "load_corpus_time_machine",
        "read_time_machine(path)",
        'open(path, encoding="utf-8").read().splitlines()',
        "test_indices_of_the_characters",
        "cleaned lines",
        "the lines are not cleaned",
    ),
    Edit(
        "load_corpus_time_machine",
        "for char in line]",
        'for char in line if char != " "]',
        "test_indices_of_the_characters",
        "all characters",
        "blanks are left out",
    ),
    Edit(
        "load_corpus_time_machine",
        "max_tokens: int = -1",
        "max_tokens: int = 10",
        "test_indices_of_the_characters",
        "the corpus",
        "another default",
    ),
    Edit(
        "load_corpus_time_machine",
        "max_tokens: int = -1",
        "max_tokens: int = 20",
        "test_all_of_it_by_default",
        "-1 by default",
        "a larger default, which cuts longer texts",
    ),
    Edit(
        "read_time_machine",
        'encoding="utf-8"',
        'encoding="gbk"',
        "test_a_run_of_non_letters_is_one_space",
        "caf s na ve",
        "another encoding: a sign of three bytes swallows the letter behind it",
    ),
    Edit(
        "tokenize",
        "list(line)",
        "list(line.strip())",
        "test_characters_include_blanks",
        "a blank too",
        "blanks at the ends are cut off",
    ),
    Edit(
        "tokenize",
        "line.split()",
        "line.lower().split()",
        "test_words_are_the_pieces_between_blanks",
        "letters as they are",
        "also makes the letters small",
    ),
    Edit(
        "tokenize",
        'token == "char"',
        'token.startswith("char")',
        "test_another_kind_of_token_raises",
        "chars",
        "takes any word that begins so",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            if token not in ("word", "char"):
                raise ValueError(token)
            for i, line in enumerate(lines):
                lines[i] = line.split() if token == "word" else list(line)
            return lines
        """,
        refused_by="test_lines_are_not_modified",
        says="modified in place",
        why="writes the tokens into the list of lines",
    ),
    Edit(
        "count_corpus",
        "    return",
        "    tokens.sort()\n    return",
        "test_tokens_are_not_modified_and_calls_are_independent",
        "modified in place",
        "sorts the list of tokens that it was given",
    ),
    Edit(
        "Vocab",
        "        self.idx_to_token = [",
        "        self.token_freqs = [p for p in self.token_freqs if p[1] >= min_freq]\n        self.idx_to_token = [",
        "test_token_freqs_are_pairs_from_high_to_low",
        "leaves out",
        "token_freqs without the rare tokens",
    ),
    Edit(
        "Vocab",
        "*(reserved_tokens or [])",
        "*sorted(set(reserved_tokens or []))",
        "test_reserved_tokens_come_right_behind_unk",
        "given order",
        "the reserved tokens in another order",
    ),
    Edit(
        "load_corpus_time_machine",
        "max_tokens: int = -1",
        "max_tokens: int = 10000",
        "test_all_of_it_by_default",
        "-1 by default",
        "the default of the loader in the next chapter",
    ),
    Edit(
        "Vocab",
        "[self[token] for token in tokens]",
        "[[self.token_to_idx.get(t, 0) for t in part] if isinstance(part, list)\n                    else self.token_to_idx.get(part, 0) for part in tokens]",
        "test_indexing_by_a_token_a_list_or_lists",
        "unhashable",
        "two levels of lists and no more",
    ),
]

RIGHT = [
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            with open(path, 'r') as f:
                lines = f.readlines()
            return [re.sub('[^A-Za-z]+', ' ', line).strip().lower() for line in lines]
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "read_time_machine",
        """
        import string

        def read_time_machine(path):
            result = []
            for line in Path(path).read_text(encoding="utf-8").splitlines():
                kept = "".join(c if c in string.ascii_letters else " " for c in line)
                result.append(" ".join(kept.lower().split()))
            return result
        """,
        why="character by character, without re",
    ),
    Rewrite(
        "read_time_machine",
        """
        def read_time_machine(path):
            lines = Path(path).read_bytes().decode("utf-8").split("\\n")
            if lines[-1] == "":
                lines.pop()
            return [" ".join(re.findall("[a-z]+", line.lower())) for line in lines]
        """,
        why="joins what it finds",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            out = []
            if token != "word" and token != "char":
                raise ValueError
            for line in lines:
                if token == "word":
                    out.append(line.split())
                else:
                    out.append([ch for ch in line])
            return out
        """,
        why="loops",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            split = {"word": str.split, "char": list}
            try:
                return [split[token](line) for line in lines]
            except KeyError:
                raise ValueError(f"unknown token type {token}") from None
        """,
        why="a dictionary of functions",
    ),
    Rewrite(
        "tokenize",
        """
        def tokenize(lines, token="word"):
            match token:
                case "word":
                    return [re.findall(r"\\S+", line) for line in lines]
                case "char":
                    return list(map(list, lines))
            raise ValueError(token)
        """,
        why="match and regular expressions",
    ),
    Rewrite(
        "count_corpus",
        """
        def count_corpus(tokens):
            if len(tokens) == 0 or isinstance(tokens[0], list):
                tokens = [token for line in tokens for token in line]
            return collections.Counter(tokens)
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "count_corpus",
        """
        def count_corpus(tokens):
            counter = collections.Counter()
            for item in tokens:
                for token in item if isinstance(item, list) else [item]:
                    counter[token] += 1
            return counter
        """,
        why="counted one by one",
    ),
    Rewrite(
        "count_corpus",
        """
        from itertools import chain

        def count_corpus(tokens):
            nested = any(isinstance(item, list) for item in tokens)
            return collections.Counter(chain.from_iterable(tokens) if nested else tokens)
        """,
        why="itertools",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                if tokens is None:
                    tokens = []
                if reserved_tokens is None:
                    reserved_tokens = []
                counter = count_corpus(tokens)
                self.token_freqs = sorted(counter.items(), key=lambda x: x[1], reverse=True)
                self.unk, uniq_tokens = 0, ['<unk>'] + reserved_tokens
                uniq_tokens += [token for token, freq in self.token_freqs
                                if freq >= min_freq and token not in uniq_tokens]
                self.idx_to_token, self.token_to_idx = [], dict()
                for token in uniq_tokens:
                    self.idx_to_token.append(token)
                    self.token_to_idx[token] = len(self.idx_to_token) - 1

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if not isinstance(tokens, (list, tuple)):
                    return self.token_to_idx.get(tokens, self.unk)
                return [self.__getitem__(token) for token in tokens]

            def to_tokens(self, indices):
                if not isinstance(indices, (list, tuple)):
                    return self.idx_to_token[indices]
                return [self.idx_to_token[index] for index in indices]
        """,
        why="as in the notes, without the prints",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                if tokens is None:
                    tokens = []
                if reserved_tokens is None:
                    reserved_tokens = []
                counter = count_corpus(tokens)
                self._token_freqs = sorted(counter.items(), key=lambda x: x[1], reverse=True)
                self.idx_to_token = ['<unk>'] + reserved_tokens
                self.token_to_idx = {token: idx for idx, token in enumerate(self.idx_to_token)}
                for token, freq in self._token_freqs:
                    if freq < min_freq:
                        break
                    if token not in self.token_to_idx:
                        self.idx_to_token.append(token)
                        self.token_to_idx[token] = len(self.idx_to_token) - 1

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if not isinstance(tokens, (list, tuple)):
                    return self.token_to_idx.get(tokens, self.unk)
                return [self.__getitem__(token) for token in tokens]

            def to_tokens(self, indices):
                if not isinstance(indices, (list, tuple)):
                    return self.idx_to_token[indices]
                return [self.idx_to_token[index] for index in indices]

            @property
            def unk(self):
                return 0

            @property
            def token_freqs(self):
                return self._token_freqs
        """,
        why="as in the book: unk and token_freqs are properties",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab:
            unk = 0

            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                counts = count_corpus(tokens if tokens is not None else [])
                self.token_freqs = sorted(counts.items(), key=lambda p: (p[1], str(p[0])))[::-1]
                kept = (t for t, c in self.token_freqs if c >= min_freq)
                order = dict.fromkeys(["<unk>", *(reserved_tokens or ()), *kept])
                self.token_to_idx = collections.defaultdict(int)
                self.token_to_idx.update(zip(order, range(len(order))))
                self.idx_to_token = dict(enumerate(order))

            def __len__(self):
                return len(self.idx_to_token)

            def __getitem__(self, tokens):
                if type(tokens) is list:
                    return list(map(self.__getitem__, tokens))
                return self.token_to_idx[tokens]

            def to_tokens(self, indices):
                return (self.idx_to_token[indices] if isinstance(indices, int)
                        else [self.to_tokens(i) for i in indices])
        """,
        why="ties in another order, dictionaries both ways, a defaultdict; tuples are looked up",
    ),
    Rewrite(
        "Vocab",
        """
        class Vocab(collections.abc.Sized):
            def __init__(self, tokens=None, min_freq=0, reserved_tokens=None):
                flat = []
                for item in tokens or []:
                    flat.extend(item if isinstance(item, list) else [item])
                freqs = {}
                for token in flat:
                    freqs[token] = freqs.get(token, 0) + 1
                self.token_freqs = sorted(freqs.items(), key=lambda kv: -kv[1])
                names = tuple(reserved_tokens) if reserved_tokens else ()
                self.idx_to_token = ("<unk>",) + names
                self.idx_to_token += tuple(
                    t for t, f in self.token_freqs if f >= min_freq and t not in self.idx_to_token)

            token_to_idx = property(lambda self: {t: i for i, t in enumerate(self.idx_to_token)})
            unk = property(lambda self: self.token_to_idx["<unk>"])

            def __len__(self):
                return len(self.token_to_idx)

            def __getitem__(self, tokens):
                if isinstance(tokens, list):
                    return [self[t] for t in tokens]
                try:
                    return self.idx_to_token.index(tokens)
                except ValueError:
                    return self.unk

            def to_tokens(self, indices):
                if isinstance(indices, int):
                    return self.idx_to_token[indices]
                return [self.idx_to_token[i] for i in indices]
        """,
        why="counts by itself, keeps a tuple and makes the dictionary when it is asked for",
    ),
    Rewrite(
        "load_corpus_time_machine",
        """
        def load_corpus_time_machine(path, max_tokens=-1):
            text = "".join(read_time_machine(path))
            vocab = Vocab(list(text))
            end = len(text) if max_tokens < 0 else max_tokens
            return vocab[list(text[:end])], vocab
        """,
        why="one string for the whole text",
    ),
    Rewrite(
        "load_corpus_time_machine",
        """
        def load_corpus_time_machine(path, max_tokens=-1):
            lines = read_time_machine(path)
            tokens = tokenize(lines, 'char')
            vocab = Vocab(tokens)
            corpus = []
            for line in vocab[tokens]:
                corpus += line
            if max_tokens > 0:
                corpus = corpus[:max_tokens]
            return corpus, vocab
        """,
        why="a loop over lines of indices",
    ),
]
