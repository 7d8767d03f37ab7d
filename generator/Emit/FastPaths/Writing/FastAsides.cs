using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>
/// Methods beside the path's own for what it builds at most once, and seldom: where it is left, and where it ends for those who want no text. The JIT
/// inlines so much in one method and no more, and clears all of its locals at the start.
/// </summary>
internal sealed class FastAsides(FastBuilder builder)
{
    private readonly List<(string Head, string Value)> _methods = [];

    public void BeginPass() => _methods.Clear();

    /// <summary>The C# expression that makes a value.</summary>
    public string Made(FastValue value)
    {
        string made = builder.Build(value);
        return value is FastLocal or FastConstant ? made : Call("JsonValue", made, [value]);
    }

    /// <summary>The C# expression of an array of values, of which each is known, or is in a local.</summary>
    public string Made(IReadOnlyList<(FastValue? Known, string Local)> values)
    {
        string made = $"[{string.Join(", ", values.Select(value => value.Known is null ? value.Local : builder.Build(value.Known)))}]";
        return values.All(value => value.Known is null or FastLocal or FastConstant) ? made
            : Call("JsonValue[]", made, [.. values.Select(value => value.Known ?? new FastLocal(value.Local, isPresent: false))]);
    }

    public void Write(CodeWriter code)
    {
        foreach ((string head, string value) in _methods)
        {
            code.Line().Line("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
            code.Line($"{head} => {value};");
        }
    }

    private string Call(string type, string made, FastValue[] values)
    {
        var locals = new SortedDictionary<string, string>(System.StringComparer.Ordinal);
        if (!values.All(value => TryAdd(value, locals)))
            return made;
        string name = $"Made{_methods.Count + 1}";
        _methods.Add(($"private static {type} {name}({string.Join(", ", locals.Select(local => $"{local.Value} {local.Key}"))})", made));
        return $"{name}({string.Join(", ", locals.Keys)})";
    }

    // The locals that a value is made of, each with its type; false where it is made of more.
    private static bool TryAdd(FastValue value, SortedDictionary<string, string> locals)
    {
        switch (value)
        {
            case FastLocal local when FastNames.IsLocal(local.Name):
                locals[local.Name] = "JsonValue";
                return true;
            case FastInteger integer:
                locals[integer.Name] = "long";
                return true;
            case FastConstant:
                return true;
            case FastObject made:
                return made.Members.All(member => TryAdd(member.Value, locals));
            case FastArray array:
                return array.Items.All(item => TryAdd(item, locals));
            case FastChange change:
                return TryAdd(change.Origin, locals) && change.Members.All(member => TryAdd(member.Value, locals));
            case FastFormat format:
                return format.Arguments.All(argument => TryAdd(argument, locals));
            case FastConcatenation joined:
                Add(joined.Pieces, locals);
                return true;
            default:
                return false;
        }
    }

    private static void Add(IReadOnlyList<FastPiece> pieces, SortedDictionary<string, string> locals)
    {
        foreach (FastPiece piece in pieces)
        {
            if (piece is OperandPiece operand && FastNames.IsLocal(operand.Code))
                locals[operand.Code] = "JsonValue";
            if (piece is not ChosenPieces chosen)
                continue;
            locals[chosen.Flag] = "bool";
            Add(chosen.Then, locals);
            Add(chosen.Else, locals);
        }
    }
}
