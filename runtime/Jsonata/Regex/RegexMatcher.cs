using System.Runtime.CompilerServices;

namespace Compiled.Jsonata;

/// <summary>
/// Runs a compiled pattern over a text by trying and going back, as ECMAScript defines matching. What may still be tried is kept on a
/// stack of its own, so that no text overflows the thread's; every step is counted, so that no pattern runs for ever.
/// </summary>
internal ref partial struct RegexMatcher
{
    private readonly RegexProgram _program;
    private readonly int[] _code;
    private readonly ReadOnlySpan<char> _text;
    private readonly RegexWorkspace _work;
    private readonly int[] _slots;
    private readonly RegexSet[] _sets;
    private bool _isDirty;
    private long _steps;

    public RegexMatcher(RegexProgram program, ReadOnlySpan<char> text, RegexWorkspace work, long steps)
    {
        _program = program;
        _code = program.Code;
        _sets = program.Sets;
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
        for (int start = _program.Start.Next(_text, from); start >= 0; start = _program.Start.Next(_text, Behind(start)))
        {
            Spend(1);
            if (_isDirty)
            {
                _slots.AsSpan(0, _program.SlotCount).Fill(-1);
                _isDirty = false;
            }

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

    // Where a start may succeed after one that failed.
    private int Behind(int start)
        => _program.FirstRun is { } run && start < _text.Length && run.Contains(_text[start]) ? EndOfRun(run, start + 1, int.MaxValue) : start + 1;

    // What is met most stands here, the rest in Step. Whatever goes on for long goes back or repeats, where the steps are counted.
    private bool Run(int ip, ref int position)
    {
        int floor = _work.Top, at = position;
        int[] code = _code;
        while (true)
        {
            bool goesOn;
            switch ((RegexOp)code[ip])
            {
                case RegexOp.Match:
                    position = at;
                    return true;
                case RegexOp.Char:
                    goesOn = (uint)at < (uint)_text.Length && _text[at] == code[ip + 1];
                    at++;
                    ip += 2;
                    break;
                case RegexOp.Set:
                    goesOn = (uint)at < (uint)_text.Length && _sets[code[ip + 1]].Contains(_text[at]);
                    at++;
                    ip += 2;
                    break;
                case RegexOp.AtomicRun:
                    goesOn = TakeAll(code, ip, ref at);
                    ip += 4;
                    break;
                case RegexOp.Jump:
                    ip = code[ip + 1];
                    continue;
                case RegexOp.Split:
                    _work.PushChoice(code[ip + 2], at);
                    ip = code[ip + 1];
                    continue;
                case RegexOp.Save:
                    Set(code[ip + 1], at);
                    ip += 2;
                    continue;
                default:
                    goesOn = Step(ref ip, ref at);
                    break;
            }

            if (!goesOn && !GoBack(floor, ref ip, ref at))
            {
                return false;
            }
        }
    }

    private bool Step(ref int ip, ref int position)
    {
        ReadOnlySpan<int> code = _code.AsSpan(ip);
        switch ((RegexOp)code[0])
        {
            case RegexOp.SetBehind:
                ip += 2;
                return position > 0 && _sets[code[1]].Contains(_text[--position]);
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
                int body = ip + 3;
                ip = code[2];
                return Look(body, code[1] != 0, position);
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

    private bool Look(int body, bool isNegative, int position)
    {
        // Something to go back to, so that what is captured inside is undone.
        _work.PushUndo(0, _slots[0]);
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
                    continue;
                case RegexFrameKind.Choice:
                    ip = frame.At;
                    position = frame.First;
                    return true;
                case RegexFrameKind.Run when TryShorten(frame, out position):
                    ip = frame.At;
                    return true;
                case RegexFrameKind.LazyRun when TryLengthen(frame, out position):
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

    // With nothing to go back to, the next start forgets all slots.
    private void Set(int slot, int value)
    {
        if (_slots[slot] == value)
        {
            return;
        }

        if (_work.Top > 0)
        {
            _work.PushUndo(slot, _slots[slot]);
        }

        _slots[slot] = value;
        _isDirty = true;
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
