namespace Compiled.Jsonata;

/// <content>Repetitions: runs of one set, and loops of anything else.</content>
internal ref partial struct RegexMatcher
{
    // As many code units as there are, up to the most; what follows never matches behind fewer.
    private bool TakeAll(int[] code, int ip, ref int position)
    {
        int start = position;
        position = EndOfRun(_sets[code[ip + 1]], start, code[ip + 3]);
        return position - start >= code[ip + 2];
    }

    private bool TakeRun(ref int ip, ref int position)
    {
        int minimum = _code[ip + 2], maximum = _code[ip + 3];
        bool isLazy = (RegexOp)_code[ip] == RegexOp.LazyRun;
        int end = EndOfRun(_sets[_code[ip + 1]], position, isLazy ? minimum : maximum), taken = end - position;
        if (taken < minimum)
        {
            return false;
        }

        if (isLazy && minimum < maximum)
        {
            _work.PushLazyRun(ip, end, maximum - minimum);
        }
        else if (taken > minimum)
        {
            _work.PushRun(ip + 4, end - 1, position + minimum);
        }

        ip += 4;
        position = end;
        return true;
    }

    private int EndOfRun(RegexSet set, int start, int most)
    {
        ReadOnlySpan<char> rest = start > _text.Length ? default : _text[start..];
        if (most < rest.Length)
        {
            rest = rest[..most];
        }

        int count = 0;
        while (count < rest.Length && set.Contains(rest[count]))
        {
            count++;
        }

        Spend(count);
        return start + count;
    }

    private bool Loop(ref int ip, int position)
    {
        int slot = _code[ip + 1];
        switch ((RegexOp)_code[ip])
        {
            case RegexOp.LoopBegin:
                Set(slot, 0);
                ip += 2;
                return true;
            case RegexOp.LoopTest:
                Spend(1);
                return TakeTurn(ref ip, slot, position);
            default:
                // The turn that has just ended is counted already.
                bool isEmpty = _slots[slot] > _code[ip + 2] && _slots[slot + 1] == position;
                ip = _code[ip + 3];
                return !isEmpty;
        }
    }

    private bool TakeTurn(ref int ip, int slot, int position)
    {
        int minimum = _code[ip + 2], maximum = _code[ip + 3], turns = _slots[slot], exit = _code[ip + 5], body = ip + 6;
        bool isLazy = _code[ip + 4] != 0;
        if (turns >= minimum && (turns >= maximum || isLazy))
        {
            if (turns < maximum)
            {
                _work.PushTurn(ip, position);
            }

            ip = exit;
            return true;
        }

        if (turns >= minimum)
        {
            _work.PushChoice(exit, position);
        }

        BeginTurn(slot, position);
        ip = body;
        return true;
    }

    private void BeginTurn(int slot, int position)
    {
        Set(slot, _slots[slot] + 1);
        Set(slot + 1, position);
    }

    // The next shorter run; where a certain code unit must follow, the next one that it follows.
    private bool TryShorten(RegexFrame frame, out int position)
    {
        position = frame.First;
        if ((RegexOp)_code[frame.At] == RegexOp.Char)
        {
            int most = Math.Min(frame.First + 1, _text.Length);
            int found = _text[frame.Second..most].LastIndexOf((char)_code[frame.At + 1]);
            Spend(most - frame.Second - Math.Max(found, 0));
            position = frame.Second + found;
            if (found < 0)
            {
                return false;
            }
        }

        if (position > frame.Second)
        {
            _work.PushRun(frame.At, position - 1, frame.Second);
        }

        return true;
    }

    // The next longer run; where a certain code unit must follow, the next one that it may follow.
    private bool TryLengthen(RegexFrame frame, out int position)
    {
        position = frame.First;
        RegexSet set = _sets[_code[frame.At + 1]];
        int left = frame.Second, follower = (RegexOp)_code[frame.At + 4] == RegexOp.Char ? _code[frame.At + 5] : -1;
        do
        {
            if (left == 0 || position >= _text.Length || !set.Contains(_text[position]))
            {
                return false;
            }

            Spend(1);
            position++;
            left--;
        }
        while (follower >= 0 && position < _text.Length && _text[position] != follower);

        if (left > 0)
        {
            _work.PushLazyRun(frame.At, position, left);
        }

        return true;
    }
}
