using System.Runtime.CompilerServices;

namespace Compiled.Jsonata;

/// <summary>
/// Runs a compiled pattern over a text by trying and going back, as ECMAScript defines matching. What may still be tried is kept on a
/// stack of its own, so that no text overflows the thread's; every step is counted, so that no pattern runs for ever.
/// </summary>
internal ref struct RegexMatcher
{
    private readonly RegexProgram _program;
    private readonly int[] _code;
    private readonly ReadOnlySpan<char> _text;
    private readonly RegexWorkspace _work;
    private readonly int[] _slots;
    private long _steps;

    public RegexMatcher(RegexProgram program, ReadOnlySpan<char> text, RegexWorkspace work, long steps)
    {
        _program = program;
        _code = program.Code;
        _text = text;
        _work = work;
        _slots = work.Slots(program.SlotCount);
        _steps = steps;
    }

    /// <summary>How many steps are left.</summary>
    public readonly long Steps => _steps;

    /// <summary>Searches for the first match that starts at a place or behind it. Its captures are in the workspace's slots.</summary>
    public bool Search(int from)
    {
        for (int start = Leap(from); start >= 0; start = Leap(start + 1))
        {
            Spend(1);
            int position = start;
            if (Run(0, ref position))
            {
                _slots[0] = start;
                _slots[1] = position;
                return true;
            }
        }

        return false;
    }

    // The next place at which a match may start; negative if there is none.
    private readonly int Leap(int from)
    {
        if (from > _text.Length || (from > 0 && _program.IsAnchored))
        {
            return -1;
        }

        if (_program.Prefix.Length > 0)
        {
            int at = _text[from..].IndexOf(_program.Prefix);
            return at < 0 ? -1 : from + at;
        }

        if (_program.First is not null)
        {
            int at = _text[from..].IndexOfAny(_program.First);
            return at < 0 ? -1 : from + at;
        }

        return from;
    }

    private bool Run(int ip, ref int position)
    {
        int floor = _work.Top;
        while (true)
        {
            Spend(1);
            if (ip == Ended)
            {
                return true;
            }

            if (!Step(ref ip, ref position) && !GoBack(floor, ref ip, ref position))
            {
                return false;
            }
        }
    }

    // Where a body that has matched goes on.
    private const int Ended = -1;

    private bool Step(ref int ip, ref int position)
    {
        ReadOnlySpan<int> code = _code.AsSpan(ip);
        switch ((RegexOp)code[0])
        {
            case RegexOp.Match:
                ip = Ended;
                return true;
            case RegexOp.Char:
                ip += 2;
                return position < _text.Length && _text[position++] == code[1];
            case RegexOp.Set:
                ip += 2;
                return position < _text.Length && _program.Sets[code[1]].Contains(_text[position++]);
            case RegexOp.SetBehind:
                ip += 2;
                return position > 0 && _program.Sets[code[1]].Contains(_text[--position]);
            case RegexOp.Jump:
                ip = code[1];
                return true;
            case RegexOp.Split:
                _work.PushChoice(code[2], position);
                ip = code[1];
                return true;
            case RegexOp.Save:
                Set(code[1], position);
                ip += 2;
                return true;
            case RegexOp.Forget:
                for (int slot = code[1]; slot < code[2]; slot++)
                {
                    Set(slot, -1);
                }

                ip += 3;
                return true;
            case RegexOp.Reference or RegexOp.ReferenceBehind:
                ip += 2;
                return Repeats(code[1], (RegexOp)code[0] == RegexOp.ReferenceBehind, ref position);
            case RegexOp.Look:
                ip = code[2];
                return Look(_code.Length - code.Length + 3, code[1] != 0, position);
            case RegexOp.Run or RegexOp.LazyRun:
                return TakeRun(ref ip, ref position);
            case RegexOp.LoopBegin or RegexOp.LoopTest or RegexOp.LoopEnd:
                return Loop(ref ip, position);
            default:
                ip++;
                return IsAt((RegexOp)code[0], position);
        }
    }

    private readonly bool IsAt(RegexOp anchor, int position) => anchor switch
    {
        RegexOp.Start => position == 0,
        RegexOp.StartOfLine => position == 0 || IsLineEnd(_text[position - 1]),
        RegexOp.End => position == _text.Length,
        RegexOp.EndOfLine => position == _text.Length || IsLineEnd(_text[position]),
        RegexOp.Boundary => IsWord(position - 1) != IsWord(position),
        _ => IsWord(position - 1) == IsWord(position),
    };

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private readonly bool IsWord(int at) => (uint)at < (uint)_text.Length && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] == '_');

    private bool TakeRun(ref int ip, ref int position)
    {
        RegexSet set = _program.Sets[_code[ip + 1]];
        int minimum = _code[ip + 2], maximum = _code[ip + 3], start = position;
        bool isLazy = (RegexOp)_code[ip] == RegexOp.LazyRun;
        int most = (int)Math.Min(_text.Length - start, (long)(isLazy ? minimum : maximum));
        int end = start;
        while (end - start < most && set.Contains(_text[end]))
        {
            end++;
        }

        Spend(end - start);
        if (end - start < minimum)
        {
            return false;
        }

        if (isLazy && minimum < maximum)
        {
            _work.PushLazyRun(ip, end, maximum - minimum);
        }
        else if (end - start > minimum)
        {
            _work.PushRun(ip + 4, end - 1, start + minimum);
        }

        ip += 4;
        position = end;
        return true;
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

    private bool Look(int body, bool isNegative, int position)
    {
        int floor = _work.Top;
        bool isMatch = Run(body, ref position);
        if (isMatch && !isNegative)
        {
            // What the look captured stays, until what came before it is tried otherwise; there is no going back into the look.
            _work.KeepUndoings(floor);
        }
        else
        {
            Undo(floor);
        }

        return isMatch != isNegative;
    }

    private bool Repeats(int group, bool isBehind, ref int position)
    {
        int start = _slots[2 * group], end = _slots[(2 * group) + 1];
        if (start < 0 || end < 0)
        {
            return true;
        }

        int length = end - start, at = isBehind ? position - length : position;
        if (at < 0 || at + length > _text.Length)
        {
            return false;
        }

        Spend(length);
        for (int i = 0; i < length; i++)
        {
            char left = _text[start + i], right = _text[at + i];
            if (left != right && !(_program.IgnoreCase && RegexCase.Canonical(left) == RegexCase.Canonical(right)))
            {
                return false;
            }
        }

        position = isBehind ? at : at + length;
        return true;
    }

    private bool GoBack(int floor, ref int ip, ref int position)
    {
        while (_work.Top > floor)
        {
            Spend(1);
            RegexFrame frame = _work.Pop();
            switch (frame.Kind)
            {
                case RegexFrameKind.Undo:
                    _slots[frame.At] = frame.First;
                    break;
                case RegexFrameKind.Choice:
                    ip = frame.At;
                    position = frame.First;
                    return true;
                case RegexFrameKind.Run:
                    if (frame.First > frame.Second)
                    {
                        _work.PushRun(frame.At, frame.First - 1, frame.Second);
                    }

                    ip = frame.At;
                    position = frame.First;
                    return true;
                case RegexFrameKind.LazyRun when frame.First < _text.Length && _program.Sets[_code[frame.At + 1]].Contains(_text[frame.First]):
                    position = frame.First + 1;
                    if (frame.Second > 1)
                    {
                        _work.PushLazyRun(frame.At, position, frame.Second == int.MaxValue ? int.MaxValue : frame.Second - 1);
                    }

                    ip = frame.At + 4;
                    return true;
                case RegexFrameKind.Turn:
                    position = frame.First;
                    BeginTurn(_code[frame.At + 1], position);
                    ip = frame.At + 6;
                    return true;
            }
        }

        return false;
    }

    private readonly void Undo(int floor)
    {
        while (_work.Top > floor)
        {
            RegexFrame frame = _work.Pop();
            if (frame.Kind == RegexFrameKind.Undo)
            {
                _slots[frame.At] = frame.First;
            }
        }
    }

    private readonly void Set(int slot, int value)
    {
        if (_slots[slot] != value)
        {
            _work.PushUndo(slot, _slots[slot]);
            _slots[slot] = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spend(int steps)
    {
        _steps -= steps;
        if (_steps < 0)
        {
            throw JsonataError.TooLong();
        }
    }
}
