using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>Turns the parts of a pattern into instructions.</summary>
internal sealed class RegexCompiler(bool ignoreCase, bool multiline, int groupCount)
{
    private readonly List<int> _code = [];
    private readonly List<RegexSet> _sets = [];
    private int _slots = 2 * (groupCount + 1);

    public (int[] Code, RegexSet[] Sets, int Slots) Compile(RegexNode root)
    {
        Emit(root, isBehind: false);
        Op(RegexOp.Match);
        return ([.. _code], [.. _sets], _slots);
    }

    // Inside a look behind everything is matched from right to left.
    private void Emit(RegexNode node, bool isBehind)
    {
        switch (node)
        {
            case RegexSetNode set:
                EmitSet(set, isBehind);
                break;
            case RegexSequenceNode sequence:
                foreach (RegexNode part in isBehind ? sequence.Parts.Reverse() : sequence.Parts)
                {
                    Emit(part, isBehind);
                }

                break;
            case RegexChoiceNode choice when Single(choice) is { } set:
                EmitSet(set, isBehind);
                break;
            case RegexChoiceNode choice:
                EmitChoice(choice, isBehind);
                break;
            case RegexGroupNode group:
                int slot = 2 * group.Number;
                Op(RegexOp.Save, isBehind ? slot + 1 : slot);
                Emit(group.Body, isBehind);
                Op(RegexOp.Save, isBehind ? slot : slot + 1);
                break;
            case RegexAnchorNode anchor:
                Op(Anchor(anchor.Anchor));
                break;
            case RegexBackreferenceNode reference:
                Op(isBehind ? RegexOp.ReferenceBehind : RegexOp.Reference, reference.Number);
                break;
            case RegexLookNode look:
                Op(RegexOp.Look, look.IsNegative ? 1 : 0, 0);
                int to = _code.Count - 1;
                Emit(look.Body, look.IsBehind);
                Op(RegexOp.Match);
                _code[to] = _code.Count;
                break;
            case RegexLoopNode loop:
                EmitLoop(loop, isBehind);
                break;
        }
    }

    private void EmitSet(RegexSetNode set, bool isBehind)
    {
        if (!isBehind && set is { IsNegated: false, Set.Bounds: [char first, char last] } && first == last && !(ignoreCase && IsCased(first)))
        {
            Op(RegexOp.Char, first);
        }
        else
        {
            Op(isBehind ? RegexOp.SetBehind : RegexOp.Set, SetOf(set));
        }
    }

    private void EmitChoice(RegexChoiceNode choice, bool isBehind)
    {
        var ends = new List<int>();
        for (int i = 0; i < choice.Options.Length; i++)
        {
            if (i == choice.Options.Length - 1)
            {
                Emit(choice.Options[i], isBehind);
                break;
            }

            Op(RegexOp.Split, _code.Count + 3, 0);
            int second = _code.Count - 1;
            Emit(choice.Options[i], isBehind);
            Op(RegexOp.Jump, 0);
            ends.Add(_code.Count - 1);
            _code[second] = _code.Count;
        }

        foreach (int end in ends)
        {
            _code[end] = _code.Count;
        }
    }

    private void EmitLoop(RegexLoopNode loop, bool isBehind)
    {
        if (!isBehind && Single(loop.Body) is { } set)
        {
            Op(loop.IsLazy ? RegexOp.LazyRun : RegexOp.Run, SetOf(set), loop.Minimum, loop.Maximum);
            return;
        }

        // Two slots: how many turns were taken, and where the last one began.
        int slot = _slots;
        _slots += 2;
        Op(RegexOp.LoopBegin, slot);
        int test = _code.Count;
        Op(RegexOp.LoopTest, slot, loop.Minimum, loop.Maximum, loop.IsLazy ? 1 : 0, 0);
        int exit = _code.Count - 1;
        if (loop.LastGroup >= loop.FirstGroup)
        {
            Op(RegexOp.Forget, 2 * loop.FirstGroup, (2 * loop.LastGroup) + 2);
        }

        Emit(loop.Body, isBehind);
        Op(RegexOp.LoopEnd, slot, loop.Minimum, test);
        _code[exit] = _code.Count;
    }

    // What matches exactly one code unit, as one set: also a|b. Null for anything else.
    private static RegexSetNode? Single(RegexNode node)
    {
        switch (node)
        {
            case RegexSetNode set:
                return set;
            case RegexSequenceNode { Parts: [RegexNode part] }:
                return Single(part);
            case RegexChoiceNode choice:
                var ranges = new List<(char First, char Last)>();
                foreach (RegexNode option in choice.Options)
                {
                    if (Single(option) is not { IsNegated: false } set)
                    {
                        return null;
                    }

                    set.Set.AddTo(ranges);
                }

                return new RegexSetNode(RegexCharSet.Of(ranges), IsNegated: false);
            default:
                return null;
        }
    }

    private RegexOp Anchor(RegexAnchor anchor) => anchor switch
    {
        RegexAnchor.Start => multiline ? RegexOp.StartOfLine : RegexOp.Start,
        RegexAnchor.End => multiline ? RegexOp.EndOfLine : RegexOp.End,
        RegexAnchor.Boundary => RegexOp.Boundary,
        _ => RegexOp.NotBoundary,
    };

    private int SetOf(RegexSetNode set)
    {
        _sets.Add(new RegexSet(set.Set, set.IsNegated, ignoreCase));
        return _sets.Count - 1;
    }

    private static bool IsCased(char c) => char.IsAscii(c) ? char.IsAsciiLetter(c) : !RegexCase.Equivalents(c).IsEmpty;

    private void Op(RegexOp op, params ReadOnlySpan<int> operands)
    {
        _code.Add((int)op);
        _code.AddRange(operands);
    }
}
