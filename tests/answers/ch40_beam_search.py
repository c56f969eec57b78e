"""Known answers of ch40_beam_search."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "greedy_search",
        "        if token == eos:\n            break\n",
        "",
        "test_it_stops_behind_eos",
        "nothing follows it",
        "eos is ignored",
    ),
    Edit(
        "greedy_search",
        "        prefix, total = (*prefix, token), total + float(log_probs[token])\n        if token == eos:\n            break\n",
        "        if token == eos:\n            break\n        prefix, total = (*prefix, token), total + float(log_probs[token])\n",
        "test_it_stops_behind_eos",
        "only with eos, which is part of it",
        "eos is not in the result",
    ),
    Edit(
        "greedy_search",
        "    return tokens, total / len(tokens) ** alpha",
        "    tokens = tokens[:-1] if tokens[-1] == eos else tokens\n    return tokens, total / max(len(tokens), 1) ** alpha",
        "test_it_stops_behind_eos",
        "only with eos, which is part of it",
        "eos is cut off at the end",
    ),
    Edit(
        "greedy_search",
        "tokens = prefix[1:]",
        "tokens = prefix",
        "test_tokens_and_score_come_back",
        "without bos",
        "bos is returned",
    ),
    Edit(
        "greedy_search",
        "total / len(tokens) ** alpha",
        "total / len(prefix) ** alpha",
        "test_tokens_and_score_come_back",
        "bos is not counted",
        "bos is counted in the length",
    ),
    Edit(
        "greedy_search",
        "total / len(tokens) ** alpha",
        "total / len([t for t in tokens if t != eos] or [0]) ** alpha",
        "test_it_stops_behind_eos",
        "eos is counted in the length",
        "eos is not counted in the length",
    ),
    Edit(
        "greedy_search",
        " / len(tokens) ** alpha",
        "",
        "test_tokens_and_score_come_back",
        "not divided by length^alpha",
        "score not divided",
    ),
    Edit(
        "greedy_search",
        " ** alpha",
        "",
        "test_tokens_and_score_come_back",
        "alpha, 0.75, not 1",
        "alpha is ignored: the mean",
    ),
    Edit(
        "greedy_search",
        "** alpha",
        "** 0.75",
        "test_alpha_is_the_power_of_the_length",
        "not always 0.75",
        "alpha is not used",
    ),
    Edit(
        "greedy_search",
        "len(tokens) ** alpha",
        "(len(tokens) * (alpha or 1))",
        "test_tokens_and_score_come_back",
        "a power, not a product",
        "length times alpha",
    ),
    Edit(
        "greedy_search",
        "alpha: float = 0.75",
        "alpha: float = 1.0",
        "test_tokens_and_score_come_back",
        "alpha, 0.75, not 1",
        "another default",
    ),
    Edit(
        "greedy_search",
        "return tokens, total / len(tokens) ** alpha",
        "return tokens, math.exp(total) / len(tokens) ** alpha",
        "test_tokens_and_score_come_back",
        "made of their logarithms",
        "probabilities multiplied",
    ),
    Edit(
        "greedy_search",
        "return tokens, total / len(tokens) ** alpha",
        "return tokens, -total / len(tokens) ** alpha",
        "test_tokens_and_score_come_back",
        "sign is flipped",
        "the negative log-likelihood",
    ),
    Edit(
        "greedy_search",
        "total + float(log_probs[token])",
        "float(log_probs[token])",
        "test_tokens_and_score_come_back",
        "not only the last one",
        "the sum is not kept",
    ),
    Edit(
        "greedy_search",
        "torch.argmax(log_probs)",
        "log_probs.argmin()",
        "test_the_most_probable_token_is_taken_at_every_step",
        "each step goes by",
        "the least probable token",
    ),
    Edit(
        "greedy_search",
        "torch.argmax(log_probs)",
        "torch.multinomial(log_probs.exp(), 1)",
        "test_the_most_probable_token_is_taken_at_every_step",
        "each step goes by",
        "draws the token",
    ),
    Edit(
        "greedy_search",
        "step(prefix)",
        "step((bos,))",
        "test_tokens_and_score_come_back",
        "sum of log-probabilities",
        "the prefix does not grow",
    ),
    Edit(
        "greedy_search",
        "step(prefix)",
        "step((bos, prefix[-1]) if len(prefix) > 1 else prefix)",
        "test_tokens_and_score_come_back",
        "sum of log-probabilities",
        "only the last token is handed in",
    ),
    Edit(
        "greedy_search",
        "step(prefix)",
        "step(list(prefix))",
        "test_tokens_and_score_come_back",
        "as a tuple of ints",
        "the prefix is a list",
    ),
    Edit(
        "greedy_search",
        "step(prefix)",
        "step(prefix[1:])",
        "test_tokens_and_score_come_back",
        "begins with bos",
        "the prefix lacks bos",
    ),
    Edit(
        "greedy_search",
        "int(torch.argmax(log_probs))",
        "torch.argmax(log_probs)",
        "test_tokens_and_score_come_back",
        "a tuple of ints",
        "tokens are tensors",
    ),
    Edit(
        "greedy_search",
        "range(max_len)",
        "range(max_len - 1)",
        "test_tokens_and_score_come_back",
        "3 tokens",
        "bos counts towards max_len",
    ),
    Edit(
        "greedy_search",
        "range(max_len)",
        "range(max_len + 1)",
        "test_tokens_and_score_come_back",
        "None is longer than max_len",
        "one token too many",
    ),
    Edit(
        "greedy_search",
        "range(max_len)",
        "range(100)",
        "test_tokens_and_score_come_back",
        "3 tokens",
        "max_len is ignored",
    ),
    Edit(
        "greedy_search",
        "return tokens, total / len(tokens) ** alpha",
        "return tokens",
        "test_tokens_and_score_come_back",
        "(tokens, score)",
        "no score",
    ),
    Edit(
        "greedy_search",
        "return tokens, total / len(tokens) ** alpha",
        "tokens, total / len(tokens) ** alpha",
        "test_tokens_and_score_come_back",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75, prefix=[], logs=[]):
            for _ in range(max_len):
                log_probs = step((bos, *prefix))
                prefix.append(int(log_probs.argmax()))
                logs.append(float(log_probs.max()))
                if prefix[-1] == eos:
                    break
            return tuple(prefix[:max_len]), sum(logs[:max_len]) / len(prefix[:max_len]) ** alpha
        """,
        "test_the_most_probable_token_is_taken_at_every_step",
        "only at the end",
        "lists kept from call to call as defaults",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            prefix, total, seen = (bos,), 0.0, set()
            for _ in range(max_len):
                log_probs = step(prefix)
                token = int(log_probs.argmax())
                if token in seen:
                    token = int(log_probs.topk(2).indices[1])
                seen.add(token)
                prefix, total = prefix + (token,), total + float(log_probs[token])
                if token == eos:
                    break
            return prefix[1:], total / len(prefix[1:]) ** alpha
        """,
        "test_the_most_probable_token_is_taken_at_every_step",
        "each step goes by",
        "no token is repeated",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            def best_two(prefix, total):
                rest = [(t, l) for t, l in enumerate(step(prefix).tolist())]
                return max(
                    ((prefix + (t,), total + l, l + (max(step(prefix + (t,)).tolist()) if t != eos else 0))
                     for t, l in rest), key=lambda x: x[2])
            prefix, total = (bos,), 0.0
            for i in range(max_len):
                prefix, total, _ = best_two(prefix, total)
                if prefix[-1] == eos:
                    break
            return prefix[1:], total / len(prefix[1:]) ** alpha
        """,
        "test_it_does_not_look_ahead",
        "whatever follows",
        "looks one token ahead",
    ),
    Edit(
        "exhaustive_search",
        "done = token == eos or length == max_len",
        "done = length == max_len",
        "test_nothing_follows_eos",
        "nothing follows it",
        "sequences go on behind eos",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            import itertools
            best = None
            for tokens in itertools.product(range(vocab_size), repeat=max_len):
                total = sum(float(step((bos, *tokens[:i]))[t]) for i, t in enumerate(tokens))
                score = total / max_len ** alpha
                if best is None or score > best[1]:
                    best = tokens, score
            return best
        """,
        "test_nothing_follows_eos",
        "nothing follows it",
        "only sequences of max_len tokens",
    ),
    Edit(
        "exhaustive_search",
        "(complete if done else longer).append(extension)",
        "(complete if token == eos else longer).append(extension)",
        "test_sequences_without_eos_count",
        "max() arg is an empty",
        "only what ends with eos is complete",
    ),
    Edit(
        "exhaustive_search",
        "    return max(found, key=lambda sequence: sequence[1])",
        "    ended = [one for one in found if one[0][-1] == eos and one[1] > -math.inf]\n    return max(ended or found, key=lambda sequence: sequence[1])",
        "test_no_sequence_has_a_better_score",
        "all sequences are compared",
        "what ends with eos is preferred",
    ),
    Edit(
        "exhaustive_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return min(found, key=lambda sequence: sequence[1])",
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "the worst sequence",
    ),
    Edit(
        "exhaustive_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return max(found)",
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "pairs compared by tokens",
    ),
    Edit(
        "exhaustive_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return max(found, key=lambda sequence: sequence[1] * len(sequence[0]) ** alpha)",
        "test_no_sequence_has_a_better_score",
        "compared by score",
        "the largest sum instead of the best score",
    ),
    Edit(
        "exhaustive_search",
        "total / (len(prefix) - 1) ** alpha",
        "total / len(prefix) ** alpha",
        "test_tokens_and_score_come_back",
        "bos is not counted",
        "bos is counted in the length",
    ),
    Edit(
        "exhaustive_search",
        " / (len(prefix) - 1) ** alpha",
        "",
        "test_tokens_and_score_come_back",
        "not divided",
        "score not divided",
    ),
    Edit(
        "exhaustive_search",
        "total / (len(prefix) - 1) ** alpha",
        "total / max_len ** alpha",
        "test_nothing_follows_eos",
        "sum of log-probabilities",
        "divided by max_len",
    ),
    Edit(
        "exhaustive_search",
        "total / (len(prefix) - 1) ** alpha)",
        "math.exp(total) ** (1 / (len(prefix) - 1) ** alpha))",
        "test_tokens_and_score_come_back",
        "sum of log-probabilities",
        "a geometric mean of probabilities",
    ),
    Edit(
        "exhaustive_search",
        "prefix[1:]",
        "prefix",
        "test_tokens_and_score_come_back",
        "without bos",
        "bos is returned",
    ),
    Edit(
        "exhaustive_search",
        "range(vocab_size)",
        "range(vocab_size - 1)",
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "the last token is never tried",
    ),
    Edit(
        "exhaustive_search",
        "range(1, max_len + 1)",
        "range(1, max_len)",
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "one length too few, nothing complete",
    ),
    Edit(
        "exhaustive_search",
        "for length in range(1, max_len + 1):",
        "max_len += 1\n    for length in range(1, max_len + 1):",
        "test_tokens_and_score_come_back",
        "None is longer than max_len",
        "one length too many",
    ),
    Edit(
        "exhaustive_search",
        "        prefixes = longer\n",
        "        prefixes = longer\n        if any(prefix[-1] == eos and total > -math.inf for prefix, total in complete):\n            complete = [one for one in complete if one[1] > -math.inf]\n            break\n",
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "stops at the first length at which something ends",
    ),
    Edit(
        "exhaustive_search",
        "total + log_probs[token]",
        "log_probs[token]",
        "test_tokens_and_score_come_back",
        "not only the last one",
        "only the last log-probability",
    ),
    Edit(
        "exhaustive_search",
        "step(prefix).tolist()",
        "step((bos,)).tolist()",
        "test_tokens_and_score_come_back",
        "sum of log-probabilities",
        "the prefix is not used",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            return greedy_search(step, bos, eos, max_len, alpha)
        """,
        "test_it_finds_what_greedy_search_misses",
        "0.3 * 0.9",
        "a greedy search",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            return beam_search(step, bos, eos, max_len, vocab_size - 1, alpha)
        """,
        "test_sequences_without_eos_count",
        "the tokens",
        "a beam as wide as the vocabulary without eos (notes: k = n is not exhaustive)",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            return beam_search(step, bos, eos, max_len, 2 * vocab_size, alpha)
        """,
        "test_no_prefix_is_dropped",
        "begins with the least probable tokens",
        "a beam that holds all prefixes of two tokens, but not of three",
    ),
    Edit(
        "exhaustive_search",
        "** alpha",
        "** 0.75",
        "test_no_sequence_has_a_better_score",
        "not always 0.75",
        "alpha is not used",
    ),
    Edit(
        "beam_search",
        "extensions[:beam_size]",
        "extensions[:1]",
        "test_it_finds_what_greedy_search_misses",
        "second best first token",
        "always greedy",
    ),
    Edit(
        "beam_search",
        "extensions[:beam_size]",
        "extensions",
        "test_a_beam_of_one_is_greedy",
        "One prefix is kept",
        "exhaustive: the beam has no size",
    ),
    Edit(
        "beam_search",
        "extensions[:beam_size]",
        "extensions[:beam_size + 1]",
        "test_a_beam_of_one_is_greedy",
        "One prefix is kept",
        "one prefix too many",
    ),
    Edit(
        "beam_search",
        "extensions[:beam_size]",
        "extensions[-beam_size:]",
        "test_it_finds_what_greedy_search_misses",
        "second best first token",
        "the worst extensions",
    ),
    Edit(
        "beam_search",
        ", reverse=True",
        "",
        "test_it_finds_what_greedy_search_misses",
        "second best first token",
        "ascending",
    ),
    Edit(
        "beam_search",
        "total + log_prob)",
        "log_prob)",
        "test_tokens_and_score_come_back",
        "not only the last one",
        "the sum is not kept",
    ),
    Edit(
        "beam_search",
        "extensions.sort(key=lambda extension: extension[1], reverse=True)",
        "extensions.sort(key=lambda e: float(step(e[0][:-1])[e[0][-1]]), reverse=True)",
        "test_two_prefixes_can_have_the_same_parent",
        "largest products",
        "ranked by the last log-probability only",
    ),
    Edit(
        "beam_search",
        "        best = extensions[:beam_size]",
        "        one_each = {}\n        for one in extensions:\n            one_each.setdefault(one[0][:-1] if len(one[0]) > 2 else one[0], one)\n        best = sorted(one_each.values(), key=lambda one: -one[1])[:beam_size]",
        "test_two_prefixes_can_have_the_same_parent",
        "largest products",
        "one child a prefix",
    ),
    Edit(
        "beam_search",
        "        best = extensions[:beam_size]",
        "        best, count = [], {}\n        for one in extensions:\n            count[one[0][:-1]] = count.get(one[0][:-1], 0) + 1\n            best += [one] if count[one[0][:-1]] <= beam_size else []",
        "test_two_prefixes_can_have_the_same_parent",
        "largest products",
        "beam_size extensions of every prefix, never cut down",
    ),
    Edit(
        "beam_search",
        "best = extensions[:beam_size]",
        "extensions += [one for one in finished]\n        extensions.sort(key=lambda e: e[1], reverse=True)\n        best, finished = extensions[:beam_size], []",
        "test_a_finished_one_takes_no_place_later",
        "set aside",
        "finished ones stay in the beam and take places",
    ),
    Edit(
        "beam_search",
        "        finished += [one for one in best if one[0][-1] == eos]\n        beam =",
        "        finished += [one for one in best if one[0][-1] == eos]\n        beam_size -= sum(one[0][-1] == eos for one in best)\n        beam =",
        "test_a_finished_one_takes_no_place_later",
        "set aside",
        "the beam shrinks with every finished one",
    ),
    Edit(
        "beam_search",
        "finished + beam]",
        "(beam or finished)]",
        "test_it_finds_what_greedy_search_misses",
        "with those that ended",
        "finished ones are dropped as long as another one is left",
    ),
    Edit(
        "beam_search",
        "finished + beam]",
        "(finished or beam)]",
        "test_unfinished_ones_are_compared_at_the_end",
        "complete without eos",
        "unfinished ones are dropped as soon as one is finished",
    ),
    Edit(
        "beam_search",
        "finished + beam]",
        "finished]",
        "test_tokens_and_score_come_back",
        "max()",
        "unfinished ones are dropped",
    ),
    Edit(
        "beam_search",
        "        beam = [one for one in best if one[0][-1] != eos]\n",
        "        beam = [one for one in best if one[0][-1] != eos]\n        if finished:\n            break\n",
        "test_it_finds_what_greedy_search_misses",
        "complete only with eos",
        "stops at the first finished one",
    ),
    Edit(
        "beam_search",
        "        beam = [one for one in best if one[0][-1] != eos]\n",
        "        beam = [one for one in best if one[0][-1] != eos]\n        if best[0][0][-1] == eos:\n            break\n",
        "test_a_finished_one_takes_no_place_later",
        "set aside",
        "stops when the best one is finished",
    ),
    Edit(
        "beam_search",
        "        beam = [one for one in best if one[0][-1] != eos]\n",
        "        beam = [one for one in best if one[0][-1] != eos]\n        if len(finished) >= beam_size > 1:\n            break\n",
        "test_it_goes_on_when_two_are_finished",
        "or when no prefix is left",
        "stops when beam_size sequences are finished",
    ),
    Edit(
        "beam_search",
        "        beam = [one for one in best if one[0][-1] != eos]\n",
        "        beam = best\n",
        "test_a_finished_one_takes_no_place_later",
        "nothing follows it",
        "finished ones are extended",
    ),
    Edit(
        "beam_search",
        "total / (len(prefix) - 1) ** alpha",
        "total / len(prefix) ** alpha",
        "test_tokens_and_score_come_back",
        "bos is not counted",
        "bos is counted in the length",
    ),
    Edit(
        "beam_search",
        " / (len(prefix) - 1) ** alpha",
        "",
        "test_tokens_and_score_come_back",
        "not divided",
        "score not divided",
    ),
    Edit(
        "beam_search",
        "total + log_prob)",
        "(total + log_prob) / len(prefix) ** alpha)",
        "test_tokens_and_score_come_back",
        "sum of log-probabilities",
        "alpha on the running sums",
    ),
    Edit(
        "beam_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return max(found, key=lambda sequence: sequence[1] * len(sequence[0]) ** alpha)",
        "test_a_finished_one_takes_no_place_later",
        "the tokens",
        "the largest sum at the end instead of the best score",
    ),
    Edit(
        "beam_search",
        "    extensions.sort",
        "    [step(p).topk(beam_size) for p, _ in beam]\n        extensions.sort",
        "test_unfinished_ones_are_compared_at_the_end",
        "out of range",
        "topk with a beam wider than the vocabulary",
    ),
    Edit(
        "beam_search",
        "prefix[1:]",
        "prefix",
        "test_tokens_and_score_come_back",
        "without bos",
        "bos is returned",
    ),
    Edit(
        "beam_search",
        "prefix[1:]",
        "tuple(t for t in prefix[1:] if t != eos)",
        "test_it_finds_what_greedy_search_misses",
        "which is part of it",
        "eos is cut off",
    ),
    Edit(
        "beam_search",
        "range(max_len)",
        "range(max_len - 1)",
        "test_tokens_and_score_come_back",
        "3 tokens",
        "bos counts towards max_len",
    ),
    Edit(
        "beam_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return found",
        "test_tokens_and_score_come_back",
        "(tokens, score)",
        "all sequences come back",
    ),
    Edit(
        "beam_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return found[0]",
        "test_it_finds_what_greedy_search_misses",
        "with those that ended",
        "the first one finished",
    ),
    Edit(
        "beam_search",
        "return max(found, key=lambda sequence: sequence[1])",
        "return min(found, key=lambda sequence: sequence[1])",
        "test_it_finds_what_greedy_search_misses",
        "second best first token",
        "the worst of those found",
    ),
    Edit(
        "beam_search",
        "((*prefix, token), total + log_prob)",
        "((*prefix, token), (total or 1) * math.exp(log_prob))",
        "test_tokens_and_score_come_back",
        "made of their logarithms",
        "probabilities are multiplied",
    ),
    Edit(
        "beam_search",
        "** alpha",
        "** 0.75",
        "test_finished_ones_are_compared_at_the_end",
        "not always 0.75",
        "alpha is not used",
    ),
    Edit(
        "beam_search",
        "step(prefix).tolist()",
        "step(list(prefix)).tolist()",
        "test_tokens_and_score_come_back",
        "as a tuple of ints",
        "the prefix is a list",
    ),
    Edit(
        "beam_search",
        "    for _ in range(max_len):\n",
        "    beam = [((bos, t), l) for t, l in enumerate(step((bos,)).tolist()) if t != eos]\n    for _ in range(max_len - 1):\n",
        "test_a_beam_of_one_is_greedy",
        "the tokens",
        "the first length is not cut down, and eos cannot come first",
    ),
]

RIGHT = [
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            tokens, score = [], 0
            while len(tokens) < max_len and (not tokens or tokens[-1] != eos):
                value, index = step((bos, *tokens)).max(dim=0)
                tokens.append(index.item())
                score = score + value
            return tokens, (score / len(tokens) ** alpha).item()
        """,
        why="a list, and a sum that is a tensor",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            def go(prefix, total):
                if prefix[-1] == eos or len(prefix) > max_len:
                    return prefix[1:], total / (len(prefix) - 1) ** alpha
                logs = step(prefix).cpu().numpy()
                best = logs.argmax()
                return go(prefix + (int(best),), total + logs[best])
            return go((bos,), 0.0)
        """,
        why="recursion and numpy; the score is a numpy number",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            prefix = (bos,)
            probability = 1.0
            while True:
                p = step(prefix).exp().tolist()
                token = len(p) - 1 - p[::-1].index(max(p))
                probability *= p[token]
                prefix += (token,)
                if token == eos or len(prefix) == max_len + 1:
                    break
            return prefix[1:], math.log(probability) / (len(prefix) - 1) ** alpha
        """,
        why="probabilities multiplied, their logarithm at the end; the last of equal tokens",
    ),
    Rewrite(
        "greedy_search",
        """
        def greedy_search(step, bos, eos, max_len, alpha=0.75):
            tokens, logs = (), []
            for i in range(max_len):
                step_logs = step((bos,) + tokens)
                token = torch.topk(step_logs, 1)[1].item()
                logs.append(step_logs[token])
                tokens += (token,)
                if token == eos:
                    return tokens, torch.stack(logs).sum() / len(tokens) ** alpha
            return tokens, torch.stack(logs).sum() / max_len ** alpha
        """,
        why="the score is a 0-d tensor",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            def walk(prefix, total):
                if len(prefix) > 1 and (prefix[-1] == eos or len(prefix) == max_len + 1):
                    yield list(prefix[1:]), total / len(prefix[1:]) ** alpha
                    return
                for token, log in enumerate(step(prefix).tolist()):
                    if log > -math.inf:
                        yield from walk(prefix + (token,), total + log)
            return max(walk((bos,), 0.0), key=lambda found: found[1])
        """,
        why="a recursive generator that leaves out what is impossible",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            import itertools
            best, best_score = None, -float("inf")
            for n in range(1, max_len + 1):
                for tokens in itertools.product(range(vocab_size), repeat=n):
                    if eos in tokens[:-1] or (n < max_len and tokens[-1] != eos):
                        continue
                    total = 0.0
                    for i, token in enumerate(tokens):
                        total += step((bos,) + tokens[:i])[token].item()
                    score = total / n**alpha
                    if score > best_score:
                        best, best_score = tokens, score
            return best, best_score
        """,
        why="itertools.product of every length",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            stack, best, best_score = [((bos,), torch.tensor(0.0))], (), torch.tensor(-math.inf)
            while stack:
                prefix, total = stack.pop()
                logs = step(prefix)
                for token in range(vocab_size):
                    total2 = total + logs[token].cpu()
                    if token == eos or len(prefix) == max_len:
                        score = total2 / len(prefix) ** alpha
                        if score >= best_score:
                            best, best_score = prefix[1:] + (token,), score
                    else:
                        stack.append((prefix + (token,), total2))
            return best, best_score
        """,
        why="a stack, the last of equal ones, a tensor as score",
    ),
    Rewrite(
        "exhaustive_search",
        """
        def exhaustive_search(step, bos, eos, max_len, vocab_size, alpha=0.75):
            return beam_search(step, bos, eos, max_len, vocab_size**max_len, alpha)
        """,
        why="a beam that holds everything",
    ),
    Rewrite(
        "beam_search",
        """
        def beam_search(step, bos, eos, max_len, beam_size, alpha=0.75):
            beams, done = [((bos,), 0.0)], []
            for _ in range(max_len):
                rest = []
                for prefix, total in beams:
                    for token, log in enumerate(step(prefix).tolist()):
                        (done if token == eos else rest).append((prefix + (token,), total + log))
                beams = sorted(rest, key=lambda x: -x[1])[:beam_size]
            best = max(done + beams, key=lambda x: x[1] / (len(x[0]) - 1) ** alpha)
            return best[0][1:], best[1] / (len(best[0]) - 1) ** alpha
        """,
        why="every extension that ends is set aside, the beam is always full",
    ),
    Rewrite(
        "beam_search",
        """
        def beam_search(step, bos, eos, max_len, beam_size, alpha=0.75):
            beams, done = [((bos,), 0.0)], []
            for _ in range(max_len):
                rest = sorted(
                    (-(total + log), prefix + (token,))
                    for prefix, total in beams
                    for token, log in enumerate(step(prefix).tolist())
                )
                beams = []
                for loss, prefix in rest:
                    if prefix[-1] == eos:
                        done.append((prefix, -loss))
                    else:
                        beams.append((prefix, -loss))
                    if len(beams) == beam_size:
                        break
            scored = [(total / (len(p) - 1) ** alpha, p[1:]) for p, total in done + beams]
            score, tokens = max(scored)
            return tokens, score
        """,
        why="goes down the list until the beam is full",
    ),
    Rewrite(
        "beam_search",
        """
        def beam_search(step, bos, eos, max_len, beam_size, alpha=0.75):
            prefixes, totals, done = [(bos,)], torch.zeros(1), []
            for length in range(1, max_len + 1):
                logs = torch.stack([step(prefix) for prefix in prefixes]).cpu()
                table = totals[:, None] + logs
                v = table.shape[1]
                values, flat = table.flatten().topk(min(beam_size, table.numel()))
                extended = [(prefixes[i // v] + (i % v,), s) for i, s in zip(flat.tolist(), values)]
                done += [(p[1:], float(s) / length**alpha) for p, s in extended
                         if p[-1] == eos or length == max_len]
                extended = [(p, s) for p, s in extended if p[-1] != eos]
                if not extended:
                    break
                prefixes = [p for p, _ in extended]
                totals = torch.stack([s for _, s in extended])
            return max(done, key=lambda x: x[1])
        """,
        why="one table of all extensions and topk",
    ),
    Rewrite(
        "beam_search",
        """
        import heapq

        class Beam:
            def __init__(self, tokens, logp):
                self.tokens, self.logp = tokens, logp

            def score(self, alpha):
                return self.logp / len(self.tokens[1:]) ** alpha

        def beam_search(step, bos, eos, max_len, beam_size, alpha=0.75):
            live, ended = [Beam([bos], 0.0)], []
            while live and len(live[0].tokens) <= max_len:
                new = []
                for beam in live:
                    logs, ids = torch.sort(step(tuple(beam.tokens)), descending=True)
                    for lp, i in list(zip(logs.tolist(), ids.tolist()))[: beam_size + 1]:
                        new.append(Beam(beam.tokens + [i], beam.logp + lp))
                new = heapq.nlargest(beam_size, new, key=lambda b: b.logp)
                ended.extend(b for b in new if b.tokens[-1] == eos)
                live = [b for b in new if b.tokens[-1] != eos]
            best = max(ended + live, key=lambda b: b.score(alpha))
            return tuple(best.tokens[1:]), best.score(alpha)
        """,
        why="objects and a heap; only the best few extensions of each prefix are looked at",
    ),
    Rewrite(
        "beam_search",
        """
        def beam_search(step, bos, eos, max_len, beam_size, alpha=0.75):
            beams, done = [((bos,), 0.0)], []
            for _ in range(max_len):
                everything = []
                for prefix, total in beams:
                    logs = step(prefix)  # also of those that have ended, then not used
                    if prefix[-1] == eos:
                        continue
                    everything += [(prefix + (t,), total + float(logs[t])) for t in range(len(logs))]
                everything.sort(key=lambda pair: pair[1])
                beams = everything[-beam_size:]
                done += [pair for pair in beams if pair[0][-1] == eos]
            done += [pair for pair in beams if pair[0][-1] != eos]
            scores = [total / (len(prefix) - 1) ** alpha for prefix, total in done]
            i = scores.index(max(scores))
            return list(done[i][0][1:]), scores[i]
        """,
        why="ascending; asks step also about ended ones",
    ),
]
