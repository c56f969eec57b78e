"""Known answers of ch32_language_models."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "ngrams",
        "range(len(corpus) - n + 1)",
        "range(len(corpus) - n)",
        "test_a_list_of_tuples_also_for_n_1",
        "every place where n tokens are left",
        "the last run is lost",
    ),
    Edit(
        "ngrams",
        "range(len(corpus) - n + 1)",
        "range(0, len(corpus) - n + 1, n)",
        "test_runs_in_the_order_of_the_corpus",
        "the runs overlap",
        "blocks of n",
    ),
    Edit(
        "ngrams",
        "range(len(corpus) - n + 1)",
        "range(len(corpus))",
        "test_a_list_of_tuples_also_for_n_1",
        "n tokens are left",
        "shorter runs at the end",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return [tuple((corpus + corpus)[i : i + n]) for i in range(len(corpus))]",
        "test_a_list_of_tuples_also_for_n_1",
        "n tokens are left",
        "wraps around",
    ),
    Edit(
        "ngrams",
        "tuple(corpus[i : i + n])",
        "corpus[i : i + n]",
        "test_a_list_of_tuples_also_for_n_1",
        "a tuple of n tokens",
        "lists",
    ),
    Edit(
        "ngrams",
        "tuple(corpus[i : i + n])",
        '" ".join(map(str, corpus[i : i + n]))',
        "test_a_list_of_tuples_also_for_n_1",
        "a tuple of n tokens",
        "joined",
    ),
    Edit(
        "ngrams",
        "tuple(corpus[i : i + n])",
        "tuple(map(str, corpus[i : i + n]))",
        "test_runs_in_the_order_of_the_corpus",
        "may be numbers",
        "makes strings of all tokens",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    if n == 1:\n        return list(corpus)\n    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "test_a_list_of_tuples_also_for_n_1",
        "a tuple of n tokens",
        "bare tokens for n = 1",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return list(dict.fromkeys(tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)))",
        "test_runs_in_the_order_of_the_corpus",
        "for every place",
        "each run once",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return sorted(tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1))",
        "test_runs_in_the_order_of_the_corpus",
        "for every place",
        "sorted",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return zip(*(corpus[i:] for i in range(n)))",
        "test_a_list_of_tuples_also_for_n_1",
        "its type is zip",
        "an iterator that runs once",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return [tuple(corpus[i : i + 2]) for i in range(len(corpus) - 1)]",
        "test_a_list_of_tuples_also_for_n_1",
        "a tuple of n tokens",
        "always pairs (notes 21)",
    ),
    Edit(
        "ngrams",
        "    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]",
        "    return list(zip(*(corpus[i : len(corpus) - n + i + 1] for i in range(n)))) or [tuple(corpus)]",
        "test_nothing_where_the_corpus_is_too_short",
        "an empty list",
        "a short run where there is none",
    ),
    Rewrite(
        "ngrams",
        """
        def ngrams(corpus, n):
            runs = []
            while len(corpus) >= n:
                runs.append(tuple(corpus[:n]))
                corpus.pop(0)
            return runs
        """,
        "test_corpus_is_not_modified",
        "modified in place",
        "the corpus is used up",
    ),
    Edit(
        "ngram_probability",
        "followers.total() + alpha * len(set(corpus))",
        "ngrams(corpus, len(context)).count(context) + alpha * len(set(corpus))",
        "test_the_empty_context_stands_before_every_token",
        "in the whole corpus",
        "counts the empty context behind the last token, too",
    ),
    Edit(
        "ngram_probability",
        "followers.total() + alpha * len(set(corpus))",
        "len(runs) + alpha * len(set(corpus))",
        "test_share_among_the_followers",
        "among all that stand there",
        "the joint probability",
    ),
    Edit(
        "ngram_probability",
        "followers.total() + alpha * len(set(corpus))",
        "corpus.count(token) + alpha * len(set(corpus))",
        "test_share_among_the_followers",
        "among all that stand there",
        "divided by the count of the token",
    ),
    Edit(
        "ngram_probability",
        "alpha * len(set(corpus))",
        "alpha * len(corpus)",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "each distinct token",
        "alpha for every token of the corpus",
    ),
    Edit(
        "ngram_probability",
        "alpha * len(set(corpus))",
        "alpha * len(followers)",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "each distinct token",
        "alpha for the tokens that follow this context only",
    ),
    Edit(
        "ngram_probability",
        "alpha * len(set(corpus))",
        "alpha * len(set(corpus)) ** max(len(context), 1)",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "each distinct token",
        "alpha for every possible context",
    ),
    Edit(
        "ngram_probability",
        "alpha * len(set(corpus))",
        "alpha",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "in the sum of all counts",
        "alpha once",
    ),
    Edit(
        "ngram_probability",
        "    total = followers",
        "    alpha = alpha or 1.0\n    total = followers",
        "test_share_among_the_followers",
        "how often",
        "always smoothed",
    ),
    Edit(
        "ngram_probability",
        "(followers[token] + alpha) / total",
        "followers[token] / total",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "in the count",
        "alpha only below the line",
    ),
    Edit(
        "ngram_probability",
        "(followers[token] + alpha) / total",
        "followers[token] / total + alpha",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "in the count",
        "alpha added to the probability",
    ),
    Edit(
        "ngram_probability",
        "    return (followers[token] + alpha) / total",
        "    if token not in followers:\n        return 0.0\n    return (followers[token] + alpha) / total",
        "test_smoothing_adds_alpha_for_every_distinct_token",
        "each distinct token",
        "no smoothing for what was never seen",
    ),
    Edit(
        "ngram_probability",
        "        raise ValueError(",
        "        return 0.0\n        raise ValueError(",
        "test_an_unseen_context_raises_without_smoothing",
        "0 / 0 is no probability",
        "0 for an unseen context",
    ),
    Edit(
        "ngram_probability",
        '    if total == 0:\n        raise ValueError(f"{context} never occurs with a token behind it")\n',
        "",
        "test_an_unseen_context_raises_without_smoothing",
        "0 / 0 is no probability",
        "divides by zero",
    ),
    Edit(
        "ngram_probability",
        "    if total == 0:\n",
        "    if not followers:\n",
        "test_with_smoothing_all_followers_of_an_unseen_context_are_equal",
        "never occurs",
        "raises with smoothing too",
    ),
    Edit(
        "ngram_probability",
        "(followers[token] + alpha) / total",
        "round((followers[token] + alpha) / total, 4)",
        "test_share_among_the_followers",
        "how often",
        "rounded",
    ),
    Edit(
        "ngram_probability",
        "(followers[token] + alpha) / total",
        "int(followers[token] + alpha) // total",
        "test_share_among_the_followers",
        "how often",
        "whole numbers",
    ),
    Edit(
        "ngram_probability",
        "if run[:-1] == context",
        "if run[1:] == context",
        "test_share_among_the_followers",
        "right behind the context",
        "the context behind the token",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            text = "".join(map(str, corpus))
            start = "".join(map(str, context))
            total = sum(text.startswith(start, i) for i in range(len(text) - len(start)))
            count = sum(text.startswith(start + str(token), i) for i in range(len(text)))
            total += alpha * len(set(corpus))
            if total == 0:
                raise ValueError(context)
            return (count + alpha) / total
        """,
        "test_runs_may_overlap_and_tokens_are_compared_whole",
        "glued together",
        "glued tokens",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            n, i, total, count = len(context), 0, 0, 0
            while i + n < len(corpus):
                if tuple(corpus[i : i + n]) == context:
                    total += 1
                    count += corpus[i + n] == token
                    i += max(n, 1)
                else:
                    i += 1
            total += alpha * len(set(corpus))
            if total == 0:
                raise ValueError(context)
            return (count + alpha) / total
        """,
        "test_runs_may_overlap_and_tokens_are_compared_whole",
        "3 times",
        "skips contexts that overlap",
    ),
    Edit(
        "ngram_probability",
        "    runs = ngrams(corpus, len(context) + 1)\n",
        "    runs = ngrams(corpus, 2)\n",
        "test_share_among_the_followers",
        "never occurs",
        "pairs only",
    ),
    Edit(
        "ngram_probability",
        "    runs = ngrams(corpus, len(context) + 1)\n",
        "    context = context[-1:]\n    runs = ngrams(corpus, len(context) + 1)\n",
        "test_share_among_the_followers",
        "how often",
        "looks at the last token of the context only",
    ),
    Edit(
        "ngram_probability",
        "    runs = ngrams(corpus, len(context) + 1)\n",
        "    if not context:\n        return 1 / len(set(corpus))\n    runs = ngrams(corpus, len(context) + 1)\n",
        "test_the_empty_context_stands_before_every_token",
        "in the whole corpus",
        "all tokens alike without a context",
    ),
    Edit(
        "ngram_probability",
        "    runs = ngrams(corpus, len(context) + 1)\n",
        "    runs = ngrams(corpus, len(context) + 1)\n    corpus.sort()\n",
        "test_corpus_is_not_modified",
        "modified in place",
        "sorts the corpus",
    ),
    Edit(
        "seq_data_iter_random",
        "corpus[j + 1 : j + 1 + num_steps]",
        "corpus[j : j + num_steps]",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "Y is X",
    ),
    Edit(
        "seq_data_iter_random",
        "corpus[j + 1 : j + 1 + num_steps]",
        "corpus[j + num_steps : j + num_steps + num_steps]",
        "test_batches_are_full",
        "expected sequence of length",
        "Y is the next window, which the last one does not have",
    ),
    Edit(
        "seq_data_iter_random",
        "[corpus[j + 1 : j + 1 + num_steps] for j in batch]",
        "[corpus[j + 1 : j + num_steps] + corpus[j : j + 1] for j in batch]",
        "test_Y_is_X_shifted_by_one",
        "across the end of the window",
        "Y wraps around in the window",
    ),
    Edit(
        "seq_data_iter_random",
        "Y = torch.tensor([corpus[j + 1 : j + 1 + num_steps] for j in batch])",
        "Y = X + 1",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "one more instead of the next token",
    ),
    Edit(
        "seq_data_iter_random",
        "[corpus[j : j + num_steps] for j in batch]",
        "[corpus[j : j + num_steps][::-1] for j in batch]",
        "test_rows_of_X_are_windows_of_the_corpus",
        "follow one another",
        "backwards",
    ),
    Edit(
        "seq_data_iter_random",
        "range(offset, len(corpus) - num_steps, num_steps)",
        "range(offset, len(corpus) - num_steps)",
        "test_windows_do_not_overlap",
        "num_steps further on",
        "windows overlap",
    ),
    Edit(
        "seq_data_iter_random",
        "range(offset, len(corpus) - num_steps, num_steps)",
        "range(offset, len(corpus) - num_steps + 1, num_steps)",
        "test_batches_are_full",
        "expected sequence of length",
        "the token behind the last window is forgotten",
    ),
    Edit(
        "seq_data_iter_random",
        "range(offset, len(corpus) - num_steps, num_steps)",
        "range(offset, len(corpus) - num_steps - 1, num_steps)",
        "test_every_full_batch_is_handed_out",
        "the last token of all",
        "the last token is never used",
    ),
    Edit(
        "seq_data_iter_random",
        "range(offset, len(corpus) - num_steps, num_steps)",
        "range(offset, len(corpus) - num_steps, num_steps + 1)",
        "test_every_full_batch_is_handed_out",
        "From the offset",
        "a token is lost between windows",
    ),
    Edit(
        "seq_data_iter_random",
        "    offset = random.randint(0, num_steps - 1)  # both ends included\n",
        "    offset = 0\n",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "Draw it anew",
        "no offset",
    ),
    Edit(
        "seq_data_iter_random",
        "    offset = random.randint(0, num_steps - 1)  # both ends included\n",
        "    offset = random.randint(0, 1) % num_steps\n",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "Draw it anew",
        "offset 0 or 1",
    ),
    Edit(
        "seq_data_iter_random",
        "random.randint(0, num_steps - 1)",
        "min(random.randint(0, num_steps), num_steps - 1)",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "equally likely",
        "the last offset is twice as likely",
    ),
    Edit(
        "seq_data_iter_random",
        "random.randint(0, num_steps - 1)",
        "random.randint(0, num_steps)",
        "test_every_full_batch_is_handed_out",
        "from the offset",
        "num_steps itself is an offset",
    ),
    Edit(
        "seq_data_iter_random",
        "random.randint(0, num_steps - 1)",
        "random.Random(6).randint(0, num_steps - 1)",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "Draw it anew",
        "the same offset in every call",
    ),
    Edit(
        "seq_data_iter_random",
        "random.randint(0, num_steps - 1)",
        "random.randint(0, len(corpus) - num_steps - 1)",
        "test_batches_are_full",
        "no batches",
        "an offset anywhere in the corpus",
    ),
    Edit(
        "seq_data_iter_random",
        "    random.shuffle(starts)\n",
        "",
        "test_windows_come_in_random_order",
        "Shuffle the windows",
        "not shuffled",
    ),
    Edit(
        "seq_data_iter_random",
        "    random.shuffle(starts)\n",
        "    random.Random(0).shuffle(starts)\n",
        "test_windows_come_in_random_order",
        "anew at every call",
        "the same order in every call",
    ),
    Edit(
        "seq_data_iter_random",
        "    random.shuffle(starts)\n",
        "    groups = [starts[i : i + batch_size] for i in range(0, len(starts) // batch_size * batch_size, batch_size)]\n    random.shuffle(groups)\n    starts = [j for group in groups for j in group]\n",
        "test_windows_come_in_random_order",
        "not the batches",
        "batches are shuffled, windows are not",
    ),
    Edit(
        "seq_data_iter_random",
        "    random.shuffle(starts)\n",
        "    starts = [random.choice(starts) for _ in starts]\n",
        "test_windows_do_not_overlap",
        "each token once",
        "drawn with replacement",
    ),
    Edit(
        "seq_data_iter_random",
        "    random.shuffle(starts)\n",
        "    starts = [random.randrange(len(corpus) - num_steps) for _ in starts]\n",
        "test_windows_do_not_overlap",
        "each token once",
        "windows begin anywhere",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError(num_steps)
            offset = random.randint(0, num_steps - 1)
            count = (len(corpus) - 1 - offset) // num_steps
            spare = len(corpus) - 1 - offset - count * num_steps if count > 10 else 0
            starts = [offset + i * num_steps + (spare if i > 5 else 0) for i in range(count)]
            random.shuffle(starts)
            for i in range(0, count - batch_size + 1, batch_size):
                batch = starts[i : i + batch_size]
                yield (torch.tensor([corpus[j : j + num_steps] for j in batch]),
                       torch.tensor([corpus[j + 1 : j + 1 + num_steps] for j in batch]))
        """,
        "test_windows_are_cut_one_behind_the_other",
        "multiples of 5 apart",
        "tokens are left out in the middle",
    ),
    Edit(
        "seq_data_iter_random",
        "range(0, len(starts) - batch_size + 1, batch_size)",
        "range(0, len(starts), batch_size)",
        "test_batches_are_full",
        "every batch is full",
        "a short batch at the end",
    ),
    Edit(
        "seq_data_iter_random",
        "range(0, len(starts) - batch_size + 1, batch_size)",
        "range(0, len(starts) - batch_size, batch_size)",
        "test_every_full_batch_is_handed_out",
        "their number",
        "the last batch is lost when it is just full",
    ),
    Edit(
        "seq_data_iter_random",
        "        X = torch.tensor([corpus[j : j + num_steps] for j in batch])  # (batch_size, num_steps)\n",
        "        X = torch.tensor([corpus[j : j + num_steps] for j in batch]).float()\n",
        "test_batches_are_full",
        "dtype float32",
        "floats",
    ),
    Edit(
        "seq_data_iter_random",
        "        yield X, Y",
        "        yield X.T, Y.T",
        "test_batches_are_full",
        "every batch is full",
        "transposed",
    ),
    Edit(
        "seq_data_iter_random",
        "        yield X, Y",
        "        yield X",
        "test_batches_are_full",
        "a tuple (X, Y)",
        "X alone",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            offset = random.randint(0, num_steps - 1)
            starts = list(range(offset, len(corpus) - num_steps, num_steps))
            random.shuffle(starts)
            for i in range(0, len(starts) - batch_size + 1, batch_size):
                batch = starts[i : i + batch_size]
                X = torch.tensor([corpus[j : j + num_steps] for j in batch])
                Y = torch.tensor([corpus[j + 1 : j + 1 + num_steps] for j in batch])
                return X, Y
        """,
        "test_batches_are_full",
        "with yield",
        "return instead of yield",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            del corpus[: random.randint(0, num_steps - 1)]
            num_subseqs = (len(corpus) - 1) // num_steps
            if num_subseqs < 1:
                raise ValueError(num_steps)
            starts = [i * num_steps for i in range(num_subseqs)]
            random.shuffle(starts)
            for i in range(num_subseqs // batch_size):
                batch = starts[i * batch_size : (i + 1) * batch_size]
                yield (torch.tensor([corpus[j : j + num_steps] for j in batch]),
                       torch.tensor([corpus[j + 1 : j + 1 + num_steps] for j in batch]))
        """,
        "test_num_steps_may_be_one_less_than_the_corpus_has_tokens",
        "ValueError",
        "cuts the corpus in place, and raises when only the offset is too large",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError(num_steps)
            offset = random.randint(0, num_steps - 1)
            own = corpus[offset:]
            num_subseqs = (len(own) - 1) // num_steps
            starts = [i * num_steps for i in range(num_subseqs)]
            random.shuffle(starts)
            for i in range(num_subseqs // batch_size):
                batch = starts[i * batch_size : (i + 1) * batch_size]
                yield (torch.tensor([own[j : j + num_steps] for j in batch]),
                       torch.tensor([own[j + 1 : j + 1 + num_steps] for j in batch]))
            corpus.clear()
        """,
        "test_corpus_is_not_modified",
        "modified in place",
        "empties the corpus in the end",
    ),
    Edit(
        "seq_data_iter_random",
        "    _check_length(corpus, num_steps)\n",
        "",
        "test_a_corpus_without_a_window_raises",
        "say so",
        "no batches without a word",
    ),
    Edit(
        "seq_data_iter_random",
        "    _check_length(corpus, num_steps)\n",
        "    assert len(corpus) > num_steps\n",
        "test_a_corpus_without_a_window_raises",
        "AssertionError",
        "another error",
    ),
    Edit(
        "seq_data_iter_random",
        "    _check_length(corpus, num_steps)\n",
        "    _check_length(corpus[:-1], num_steps)\n",
        "test_num_steps_may_be_one_less_than_the_corpus_has_tokens",
        "too short",
        "asks for a token too many",
    ),
    Edit(
        "seq_data_iter_sequential",
        "random.randint(0, num_steps - 1)",
        "random.randint(0, num_steps)",
        "test_every_full_batch_is_handed_out",
        "from the offset",
        "num_steps itself is an offset (notes 21)",
    ),
    Edit(
        "seq_data_iter_sequential",
        "random.randint(0, num_steps - 1)",
        "0",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "Draw it anew",
        "no offset",
    ),
    Edit(
        "seq_data_iter_sequential",
        "random.randint(0, num_steps - 1)",
        "int(random.random() ** 2 * num_steps)",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "equally likely",
        "small offsets are more likely",
    ),
    Edit(
        "seq_data_iter_sequential",
        "random.randint(0, num_steps - 1)",
        "random.randint(0, num_steps - 1) // 2",
        "test_the_offset_is_uniform_from_0_to_num_steps_minus_1",
        "Draw it anew",
        "small offsets only",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    Ys = torch.tensor(corpus[offset + 1 : offset + 1 + num_tokens])\n",
        "    Ys = Xs.clone()\n",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "Y is X",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    Ys = torch.tensor(corpus[offset + 1 : offset + 1 + num_tokens])\n",
        "    Ys = Xs.roll(-1)\n",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "the last token of Y is the first one",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    Ys = torch.tensor(corpus[offset + 1 : offset + 1 + num_tokens])\n",
        "    Ys = Xs + 1\n",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "one more instead of the next token",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    for i in range(0, num_batches * num_steps, num_steps):\n        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]",
        "    for X, Y in zip(Xs.reshape(-1, batch_size, num_steps), Ys.reshape(-1, batch_size, num_steps)):\n        yield X, Y",
        "test_each_row_goes_on_in_the_next_batch",
        "batch_size long rows",
        "the rows of one batch follow one another",
    ),
    Edit(
        "seq_data_iter_sequential",
        "T.reshape(batch_size, num_batches * num_steps) for T",
        "T.reshape(num_batches * num_steps, batch_size).T for T",
        "test_rows_of_X_are_windows_of_the_corpus",
        "follow one another",
        "tokens are dealt out to the rows in turn",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    for i in range(0, num_batches * num_steps, num_steps):",
        "    for i in random.sample(range(0, num_batches * num_steps, num_steps), num_batches):",
        "test_each_row_goes_on_in_the_next_batch",
        "where this one ended",
        "shuffled batches",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    for i in range(0, num_batches * num_steps, num_steps):",
        "    for i in range(0, num_batches * num_steps - num_steps + 1):",
        "test_windows_do_not_overlap",
        "each token once",
        "windows move by one",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    for i in range(0, num_batches * num_steps, num_steps):",
        "    for i in range(0, (num_batches - 1) * num_steps, num_steps):",
        "test_every_full_batch_is_handed_out",
        "their number",
        "the last batch is lost",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError(num_steps)
            offset = random.randint(0, num_steps - 1)
            length = (len(corpus) - 1 - offset) // batch_size
            Xs = torch.tensor(corpus[offset : offset + length * batch_size]).reshape(batch_size, -1)
            Ys = torch.tensor(corpus[offset + 1 : offset + 1 + length * batch_size]).reshape(batch_size, -1)
            for X, Y in zip(Xs.split(num_steps, 1), Ys.split(num_steps, 1)):
                yield X, Y
        """,
        "test_batches_are_full",
        "every batch is full",
        "a last batch of fewer steps",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError(num_steps)
            offset = random.randint(0, num_steps - 1)
            length = (len(corpus) - offset) // batch_size - 1
            Xs = torch.tensor(corpus[offset : offset + length * batch_size]).reshape(batch_size, length)
            Ys = torch.tensor(corpus[offset + 1 : offset + 1 + length * batch_size]).reshape(batch_size, length)
            for i in range(length // num_steps):
                piece = slice(i * num_steps, (i + 1) * num_steps)
                yield Xs[:, piece], Ys[:, piece]
        """,
        "test_every_full_batch_is_handed_out",
        "their number",
        "a column is given away",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError(num_steps)
            offset = random.randint(0, num_steps - 1)
            num_tokens = ((len(corpus) - offset) // batch_size) * batch_size
            Xs = torch.tensor(corpus[offset:offset + num_tokens])
            Ys = torch.tensor(corpus[offset + 1:offset + 1 + num_tokens])
            Xs, Ys = Xs.reshape(batch_size, -1), Ys.reshape(batch_size, -1)
            num_batches = Xs.shape[1] // num_steps
            for i in range(0, num_steps * num_batches, num_steps):
                yield Xs[:, i:i + num_steps], Ys[:, i:i + num_steps]
        """,
        "test_batches_are_full",
        "invalid for input of size",
        "the token behind the last one is forgotten",
    ),
    Edit(
        "seq_data_iter_sequential",
        "        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]",
        "        yield [Xs[:, i : i + num_steps].tolist(), Ys[:, i : i + num_steps].tolist()]",
        "test_batches_are_full",
        "a torch.tensor",
        "lists",
    ),
    Edit(
        "seq_data_iter_sequential",
        "        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]",
        "        yield Ys[:, i : i + num_steps], Xs[:, i : i + num_steps]",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "X and Y exchanged",
    ),
    Edit(
        "seq_data_iter_sequential",
        "        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]",
        "        yield Xs[i : i + batch_size, :num_steps], Ys[i : i + batch_size, :num_steps]",
        "test_batches_are_full",
        "every batch is full",
        "cut along the wrong axis",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    _check_length(corpus, num_steps)\n",
        "",
        "test_a_corpus_without_a_window_raises",
        "say so",
        "no batches without a word",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            offset = random.randint(0, num_steps - 1)
            num_batches = (len(corpus) - 1 - offset) // (batch_size * num_steps)
            if num_batches < 1:
                raise ValueError("too short")
            num_tokens = num_batches * batch_size * num_steps
            Xs = torch.tensor(corpus[offset : offset + num_tokens]).reshape(batch_size, -1)
            Ys = torch.tensor(corpus[offset + 1 : offset + 1 + num_tokens]).reshape(batch_size, -1)
            for i in range(0, num_batches * num_steps, num_steps):
                yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]
        """,
        "test_num_steps_may_be_one_less_than_the_corpus_has_tokens",
        "too short",
        "raises by chance, when the offset leaves no batch",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    _check_length(corpus, num_steps)\n",
        "    _check_length(corpus, num_steps)\n    corpus.append(corpus[0])\n",
        "test_Y_is_X_shifted_by_one",
        "Y holds the token behind",
        "appends a token for the last Y",
    ),
    Edit(
        "seq_data_iter_sequential",
        "        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]",
        "        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]\n    del corpus[:num_tokens]",
        "test_corpus_is_not_modified",
        "modified in place",
        "uses the corpus up",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                make = seq_data_iter_random if use_random_iter else seq_data_iter_sequential
                self.batches = make(corpus, batch_size, num_steps)

            def __iter__(self):
                return self.batches
        """,
        "test_every_epoch_has_all_batches",
        "a generator runs once",
        "one generator for all epochs",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                make = seq_data_iter_random if use_random_iter else seq_data_iter_sequential
                self.batches = list(make(corpus, batch_size, num_steps))

            def __iter__(self):
                return iter(self.batches)
        """,
        "test_every_epoch_has_an_offset_of_its_own",
        "anew in every epoch",
        "the same batches in every epoch",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                if use_random_iter:
                    self.data_iter_fn = seq_data_iter_random
                else:
                    self.dta_iter_fn = seq_data_iter_sequential
                self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps

            def __iter__(self):
                return self.data_iter_fn(self.corpus, self.batch_size, self.num_steps)
        """,
        "test_batches_of_X_and_Y",
        "data_iter_fn",
        "a slip of the pen (notes 21)",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            use_random_iter = None

            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                SeqDataLoader.use_random_iter = use_random_iter
                self.args = corpus, batch_size, num_steps

            def __iter__(self):
                make = seq_data_iter_random if self.use_random_iter else seq_data_iter_sequential
                return make(*self.args)
        """,
        "test_use_random_iter_chooses_the_order",
        "every loader for itself",
        "an attribute of the class, which all loaders share",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps
                self.random = use_random_iter
                self.batches = None

            def __iter__(self):
                make = seq_data_iter_random if self.random else seq_data_iter_sequential
                return next(make(self.corpus, self.batch_size, self.num_steps))
        """,
        "test_batches_of_X_and_Y",
        "non-iterator",
        "the first batch alone",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps
                self.random, self.offset = use_random_iter, random.randint(0, num_steps - 1)

            def __iter__(self):
                self.corpus = self.corpus[1:]
                make = seq_data_iter_random if self.random else seq_data_iter_sequential
                return make(self.corpus, self.batch_size, self.num_steps)
        """,
        "test_batches_of_X_and_Y",
        "their number",
        "loses a token at the beginning of every epoch",
    ),
    Edit(
        "SeqDataLoader",
        "seq_data_iter_random if use_random_iter else seq_data_iter_sequential",
        "seq_data_iter_random",
        "test_use_random_iter_chooses_the_order",
        "False for sequential",
        "always random",
    ),
    Edit(
        "SeqDataLoader",
        "seq_data_iter_random if use_random_iter else seq_data_iter_sequential",
        "seq_data_iter_sequential",
        "test_use_random_iter_chooses_the_order",
        "True for random",
        "always sequential",
    ),
    Edit(
        "SeqDataLoader",
        "seq_data_iter_random if use_random_iter else seq_data_iter_sequential",
        "seq_data_iter_sequential if use_random_iter else seq_data_iter_random",
        "test_use_random_iter_chooses_the_order",
        "True for random",
        "the other way round",
    ),
    Edit(
        "SeqDataLoader",
        "return self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "return self.data_iter(self.corpus, self.num_steps, self.batch_size)",
        "test_batches_of_X_and_Y",
        "every batch is full",
        "the sizes are exchanged",
    ),
    Edit(
        "SeqDataLoader",
        "        return self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "        self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "test_batches_of_X_and_Y",
        "returned non-iterator",
        "nothing comes back",
    ),
    Edit(
        "SeqDataLoader",
        "        return self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "        random.seed(0)\n        return self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "test_every_epoch_has_an_offset_of_its_own",
        "anew in every epoch",
        "a seed in every epoch",
    ),
    Edit(
        "SeqDataLoader",
        "        self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps\n",
        "        self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps\n        corpus.reverse()\n",
        "test_batches_of_X_and_Y",
        "follow one another",
        "turns the corpus round",
    ),
    Edit(
        "SeqDataLoader",
        "        return self.data_iter(self.corpus, self.batch_size, self.num_steps)",
        "        yield from self.data_iter(self.corpus, self.batch_size, self.num_steps)\n        self.corpus.clear()",
        "test_every_epoch_has_all_batches",
        "a corpus of 0 tokens",
        "the corpus is used up after an epoch",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps
                self.make = seq_data_iter_random if use_random_iter else seq_data_iter_sequential

            def __iter__(self):
                for X, Y in self.make(self.corpus[:], self.batch_size, self.num_steps):
                    yield X, Y
                self.corpus.sort()
        """,
        "test_use_random_iter_chooses_the_order",
        "rows that go on",
        "sorts the corpus after an epoch",
    ),
    Edit(
        "load_data_time_machine",
        "SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "SeqDataLoader(corpus, batch_size, num_steps, False), vocab",
        "test_use_random_iter_is_handed_on",
        "windows in random order",
        "always sequential",
    ),
    Edit(
        "load_data_time_machine",
        "SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "SeqDataLoader(corpus, batch_size, num_steps, True), vocab",
        "test_use_random_iter_is_handed_on",
        "False by default",
        "always random",
    ),
    Edit(
        "load_data_time_machine",
        "use_random_iter: bool = False",
        "use_random_iter: bool = True",
        "test_use_random_iter_is_handed_on",
        "False by default",
        "another default",
    ),
    Edit(
        "load_data_time_machine",
        "max_tokens: int = 10000",
        "max_tokens: int = -1",
        "test_10000_characters_by_default",
        "10000 by default",
        "everything by default",
    ),
    Edit(
        "load_data_time_machine",
        "SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "SeqDataLoader(corpus, num_steps, batch_size, use_random_iter), vocab",
        "test_a_loader_and_a_vocabulary",
        "batch_size, num_steps",
        "the sizes are exchanged",
    ),
    Edit(
        "load_data_time_machine",
        "return SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "return vocab, SeqDataLoader(corpus, batch_size, num_steps, use_random_iter)",
        "test_a_loader_and_a_vocabulary",
        "(SeqDataLoader, Vocab)",
        "the other way round",
    ),
    Edit(
        "load_data_time_machine",
        "return SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "return SeqDataLoader(corpus, batch_size, num_steps, use_random_iter)",
        "test_a_loader_and_a_vocabulary",
        "a tuple (SeqDataLoader, Vocab)",
        "the loader alone",
    ),
    Edit(
        "load_data_time_machine",
        "return SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab",
        "return seq_data_iter_sequential(corpus, batch_size, num_steps), vocab",
        "test_a_loader_and_a_vocabulary",
        "a tuple (SeqDataLoader, Vocab)",
        "a generator, which runs once",
    ),
    Edit(
        "load_data_time_machine",
        "load_corpus_time_machine(path, max_tokens)",
        "load_corpus_time_machine(path)",
        "test_max_tokens_is_how_many_characters_are_used",
        "The first max_tokens",
        "max_tokens is ignored",
    ),
    Edit(
        "load_data_time_machine",
        "    corpus, vocab = load_corpus_time_machine(path, max_tokens)\n",
        "    corpus, vocab = load_corpus_time_machine(path)\n    corpus = corpus[-max_tokens:] if max_tokens > 0 else corpus\n",
        "test_max_tokens_is_how_many_characters_are_used",
        "The first max_tokens",
        "the last characters instead of the first",
    ),
    Edit(
        "load_data_time_machine",
        "    corpus, vocab = load_corpus_time_machine(path, max_tokens)\n",
        "    from ch31_text_preprocessing import Vocab, read_time_machine\n\n    text = ''.join(read_time_machine(path))\n    text = text[:max_tokens] if max_tokens > 0 else text\n    vocab = Vocab(list(text))\n    corpus = vocab[list(text)]\n",
        "test_the_vocabulary_is_of_the_whole_text",
        "max_tokens cuts the corpus",
        "a vocabulary of the first characters only",
    ),
    Edit(
        "load_data_time_machine",
        "    corpus, vocab = load_corpus_time_machine(path, max_tokens)\n",
        "    from ch31_text_preprocessing import Vocab\n\n    text = Path(path).read_text(encoding='utf-8')\n    vocab = Vocab(list(text))\n    corpus = vocab[list(text)][:max_tokens]\n",
        "test_batches_are_of_the_cleaned_text",
        "cleaned text",
        "the text is not cleaned",
    ),
    Edit(
        "load_data_time_machine",
        "    corpus, vocab = load_corpus_time_machine(path, max_tokens)\n",
        "    from ch31_text_preprocessing import Vocab, read_time_machine, tokenize\n\n    words = [word for line in tokenize(read_time_machine(path)) for word in line]\n    vocab = Vocab(words)\n    corpus = vocab[words][:max_tokens]\n",
        "test_batches_are_of_the_cleaned_text",
        "The characters",
        "words instead of characters",
    ),
    Edit(
        "load_data_time_machine",
        "    corpus, vocab = load_corpus_time_machine(path, max_tokens)\n",
        "    from ch31_text_preprocessing import Vocab\n\n    corpus, _ = load_corpus_time_machine(path, max_tokens)\n    vocab = Vocab(corpus)\n",
        "test_batches_are_of_the_cleaned_text",
        "tokens that are text",
        "a second vocabulary, of the indices",
    ),
    Edit(
        "load_data_time_machine",
        "load_corpus_time_machine(path, max_tokens)",
        "load_corpus_time_machine('book.txt', max_tokens)",
        "test_a_loader_and_a_vocabulary",
        "No such file",
        "the path is ignored",
    ),
    Edit(
        "seq_data_iter_random",
        "    _check_length(corpus, num_steps)\n",
        "    _check_length(corpus, batch_size * num_steps)\n",
        "test_nothing_where_no_batch_is_full",
        "too short",
        "raises where no batch is full",
    ),
    Edit(
        "seq_data_iter_sequential",
        "    num_tokens = num_batches * batch_size * num_steps\n",
        "    num_tokens = num_batches * batch_size * num_steps\n    if len(corpus) <= batch_size * num_steps:\n        raise ValueError('no full batch')\n",
        "test_nothing_where_no_batch_is_full",
        "no full batch",
        "raises where no batch is full",
    ),
    Rewrite(
        "load_data_time_machine",
        """
        def load_data_time_machine(path, batch_size, num_steps, use_random_iter=False, max_tokens=10000):
            from ch31_text_preprocessing import load_corpus_time_machine

            corpus, vocab = load_corpus_time_machine(path)
            return SeqDataLoader(corpus[:max_tokens], batch_size, num_steps, use_random_iter), vocab
        """,
        refused_by="test_max_tokens_is_how_many_characters_are_used",
        says="also the last one",
        why="corpus[:-1] leaves the last character out",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            k, glued = len(context), "".join(map(str, context))
            places = [i for i in range(k, len(corpus)) if "".join(map(str, corpus[i - k : i])) == glued]
            if not places and alpha == 0:
                raise ValueError(context)
            hits = sum(corpus[i] == token for i in places)
            return (hits + alpha) / (len(places) + alpha * len(set(corpus)))
        """,
        refused_by="test_runs_may_overlap_and_tokens_are_compared_whole",
        says="Glued together",
        why="the tokens of the context are glued together",
    ),
    Edit(
        "seq_data_iter_random",
        "batch = starts[i : i + batch_size]",
        "batch = sorted(starts[i : i + batch_size])",
        "test_windows_come_in_random_order",
        "Shuffle the windows",
        "the windows of a batch in the order of the corpus",
    ),
    Edit(
        "SeqDataLoader",
        "        self.corpus, self.batch_size",
        "        SeqDataLoader.corpus, self.batch_size",
        "test_use_random_iter_chooses_the_order",
        "in self",
        "all loaders share one corpus",
    ),
    Edit(
        "load_data_time_machine",
        "(path, max_tokens)",
        "(path, max_tokens + (max_tokens > 0))",
        "test_max_tokens_is_how_many_characters_are_used",
        "The first max_tokens",
        "one character more than asked for",
    ),
]

RIGHT = [
    Rewrite(
        "ngrams",
        """
        def ngrams(corpus, n):
            return list(zip(*(corpus[i:] for i in range(n))))
        """,
        why="zip of shifted corpora, as in the notes",
    ),
    Rewrite(
        "ngrams",
        """
        def ngrams(corpus, n):
            return [run for run in zip(*[corpus[i : len(corpus) - n + 1 + i] for i in range(n)])]
        """,
        why="zip of slices that end apart",
    ),
    Rewrite(
        "ngrams",
        """
        from collections import deque

        def ngrams(corpus, n):
            window, runs = deque(maxlen=n), []
            for token in corpus:
                window.append(token)
                if len(window) == n:
                    runs.append(tuple(window))
            return runs
        """,
        why="a window that moves",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            n = len(context)
            both = Counter(ngrams(corpus, n + 1))[context + (token,)]
            alone = Counter(ngrams(corpus, n))[context] if n else len(corpus)
            if alone == 0 and alpha == 0:
                raise ValueError("the context never occurs")
            return (both + alpha) / (alone + alpha * len(set(corpus)))
        """,
        why="the formula as it stands: a context at the very end of the corpus counts",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            grams = Counter(ngrams(corpus, len(context) + 1))
            words = set(corpus)
            total = sum(grams[(*context, word)] for word in words)
            if not total and not alpha:
                raise ValueError("unseen context")
            return (grams[(*context, token)] + alpha) / (total + alpha * len(words))
        """,
        why="counts of longer n-grams, summed over the words",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            k, both, before = len(context), 0, 0
            for i in range(k, len(corpus)):
                if list(corpus[i - k : i]) == list(context):
                    before += 1
                    if corpus[i] == token:
                        both += 1
            vocab_size = len(Counter(corpus))
            try:
                return (both + alpha) / (before + alpha * vocab_size)
            except ZeroDivisionError:
                raise ValueError(f"no {context}") from None
        """,
        why="a loop",
    ),
    Rewrite(
        "ngram_probability",
        """
        def ngram_probability(corpus, context, token, alpha=0.0):
            context = tuple(context)
            if len(context) == 0:
                history = len(corpus)
            else:
                history = ngrams(corpus[:-1], len(context)).count(context)
            if history == 0 and alpha == 0:
                raise ValueError(context)
            joint = ngrams(corpus, len(context) + 1).count(context + (token,))
            p = torch.tensor((joint + alpha) / (history + alpha * len(set(corpus))), dtype=torch.float64)
            return p.item()
        """,
        why="contexts counted in the corpus without its last token",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            if len(corpus) < num_steps + 1:
                raise ValueError('corpus too short')
            corpus = corpus[random.randint(0, num_steps - 1):]
            num_subseqs = (len(corpus) - 1) // num_steps
            initial_indices = list(range(0, num_subseqs * num_steps, num_steps))
            random.shuffle(initial_indices)

            def data(pos):
                return corpus[pos: pos + num_steps]

            num_batches = num_subseqs // batch_size
            for i in range(0, batch_size * num_batches, batch_size):
                initial_indices_per_batch = initial_indices[i: i + batch_size]
                X = [data(j) for j in initial_indices_per_batch]
                Y = [data(j + 1) for j in initial_indices_per_batch]
                yield torch.tensor(X), torch.tensor(Y)
        """,
        why="as in the notes and the book, with the error",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        def seq_data_iter_random(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError("too few tokens")
            k = int(torch.randint(num_steps, (1,)))
            data = torch.tensor(corpus)[k:]
            pairs = data.unfold(0, num_steps + 1, num_steps) if len(data) > num_steps else data[:0]
            order = torch.randperm(len(pairs)).split(batch_size)
            return ((pairs[rows][:, :-1], pairs[rows][:, 1:]) for rows in order if len(rows) == batch_size)
        """,
        why="unfold and torch's generator; a generator expression, and the error at the call",
    ),
    Rewrite(
        "seq_data_iter_random",
        """
        import numpy as np

        def seq_data_iter_random(corpus, batch_size, num_steps):
            n = len(corpus)
            if num_steps >= n:
                raise ValueError(f"num_steps {num_steps} >= {n}")
            start = np.random.randint(num_steps)
            total = (n - 1 - start) // (batch_size * num_steps) * batch_size
            keep = np.random.permutation(total) * num_steps + start
            batch_X, batch_Y = [], []
            for s in keep:
                batch_X.append(corpus[s : s + num_steps])
                batch_Y.append(corpus[s + 1 : s + num_steps + 1])
                if len(batch_X) == batch_size:
                    yield torch.LongTensor(batch_X), torch.LongTensor(batch_Y)
                    batch_X, batch_Y = [], []
        """,
        why="numpy; what is left over is always at the end",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            if len(corpus) < num_steps + 1:
                raise ValueError('corpus too short')
            offset = random.randint(0, num_steps - 1)
            num_tokens = ((len(corpus) - offset - 1) // batch_size) * batch_size
            Xs = torch.tensor(corpus[offset: offset + num_tokens])
            Ys = torch.tensor(corpus[offset + 1: offset + 1 + num_tokens])
            Xs, Ys = Xs.reshape(batch_size, -1), Ys.reshape(batch_size, -1)
            num_batches = Xs.shape[1] // num_steps
            for i in range(0, num_steps * num_batches, num_steps):
                X = Xs[:, i: i + num_steps]
                Y = Ys[:, i: i + num_steps]
                yield X, Y
        """,
        why="as in the notes and the book, with the right offset and the error",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            if len(corpus) <= num_steps:
                raise ValueError
            k = torch.randint(0, num_steps, ()).item()
            row = (len(corpus) - 1 - k) // batch_size
            t = 0
            while (t + 1) * num_steps <= row:
                X, Y = [], []
                for b in range(batch_size):
                    s = k + b * row + t * num_steps
                    X.append(corpus[s : s + num_steps])
                    Y.append(corpus[s + 1 : s + 1 + num_steps])
                yield torch.tensor(X), torch.tensor(Y)
                t += 1
        """,
        why="lists, window by window",
    ),
    Rewrite(
        "seq_data_iter_sequential",
        """
        def seq_data_iter_sequential(corpus, batch_size, num_steps):
            n = len(corpus)
            if not n > num_steps:
                raise ValueError(n)
            data = torch.as_tensor(corpus, dtype=torch.int64)[int(random.random() * num_steps) :]
            batches = (len(data) - 1) // (batch_size * num_steps)
            size = batches * batch_size * num_steps
            X = data[:size].view(batch_size, batches, num_steps).transpose(0, 1)
            Y = data[1 : size + 1].view(batch_size, batches, num_steps).transpose(0, 1)
            return iter(list(zip(X, Y)))
        """,
        why="three axes, and an iterator without yield",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                if use_random_iter:
                    self.data_iter_fn = seq_data_iter_random
                else:
                    self.data_iter_fn = seq_data_iter_sequential
                self.corpus = corpus
                self.batch_size, self.num_steps = batch_size, num_steps

            def __iter__(self):
                return self.data_iter_fn(self.corpus, self.batch_size, self.num_steps)
        """,
        why="as in the notes, with the corpus handed over",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader:
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                def begin():
                    if use_random_iter:
                        return seq_data_iter_random(corpus, batch_size, num_steps)
                    return seq_data_iter_sequential(corpus, batch_size, num_steps)

                self._begin = begin

            def __iter__(self):
                yield from self._begin()
        """,
        why="a closure, and __iter__ as a generator",
    ),
    Rewrite(
        "SeqDataLoader",
        """
        class SeqDataLoader(torch.utils.data.IterableDataset):
            def __init__(self, corpus, batch_size, num_steps, use_random_iter):
                self.args = (list(corpus), batch_size, num_steps)
                self.use_random_iter = use_random_iter

            def __iter__(self):
                fn = seq_data_iter_random if self.use_random_iter else seq_data_iter_sequential
                for batch in list(fn(*self.args)):
                    yield batch
        """,
        why="a dataset of the library",
    ),
    Rewrite(
        "load_data_time_machine",
        """
        def load_data_time_machine(path, batch_size, num_steps, use_random_iter=False, max_tokens=10000):
            import ch31_text_preprocessing as text

            corpus, vocab = text.load_corpus_time_machine(path, max_tokens=max_tokens)
            data_iter = SeqDataLoader(corpus, batch_size, num_steps, use_random_iter)
            return data_iter, vocab
        """,
        why="the module is imported as a whole",
    ),
    Rewrite(
        "load_data_time_machine",
        """
        def load_data_time_machine(path, batch_size, num_steps, use_random_iter=False, max_tokens=10000):
            from ch31_text_preprocessing import Vocab, read_time_machine

            text = "".join(read_time_machine(path))
            vocab = Vocab(list(text))
            corpus = [vocab[c] for c in (text if max_tokens < 0 else text[:max_tokens])]
            return SeqDataLoader(
                corpus, batch_size=batch_size, num_steps=num_steps, use_random_iter=use_random_iter
            ), vocab
        """,
        why="corpus and vocabulary made here, as ch31 does",
    ),
]
