using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>Writes the C# expressions that make values of what is known of them.</summary>
internal sealed class FastBuilder(MachineTables tables, ContractEmitter contracts)
{
    private readonly HashSet<string> _needed = [], _built = [];
    private readonly SortedSet<string> _left = new(System.StringComparer.Ordinal);
    private bool _isLeaving;

    /// <summary>What builds values beside the path's own method.</summary>
    public FastAsides Asides => field ??= new FastAsides(this);

    /// <summary>Whether anything was built of the whole input since this was set to false.</summary>
    public bool UsesInput { get; set; }

    /// <summary>Whether what is built now is built once at most, at the end of a run or where it leaves the path.</summary>
    public bool IsLast { get; set; }

    /// <summary>Whether a text was found since this was set to false that has to be in a local.</summary>
    public bool HasFoundText { get; set; }

    /// <summary>Whether a local was found since the pass began that has to be whole, but where the path is left.</summary>
    public bool HasFoundBuilt { get; private set; }

    /// <summary>Whether a local has to be whole, and not only where the path is left.</summary>
    public bool IsBuilt(string local) => _built.Contains(local);

    /// <summary>What is built from here on is for the frames, where the path is left.</summary>
    public void BeginLeaving()
    {
        IsLast = _isLeaving = true;
        _left.Clear();
    }

    /// <summary>Ends that; gives the locals that were read.</summary>
    public IEnumerable<string> EndLeaving()
    {
        IsLast = _isLeaving = false;
        return _left;
    }

    /// <summary>Whether a text is needed before the end, so that it has to be in its local.</summary>
    public bool IsNeeded(string text) => _needed.Contains(text);

    public void BeginPass()
    {
        Whole.Clear();
        Asides.BeginPass();
        HasFoundText = HasFoundBuilt = false;
    }

    public string Build(FastValue value) => value switch
    {
        FastText text => Text(text),
        FastLocal local => Read(local),
        FastInteger integer => $"JsonValue.Number({integer.Name})",
        FastConstant constant => constant.Code,
        FastObject { Members.Count: 0 } => "JsonValue.EmptyObject",
        FastObject made => $"JsonValue.ObjectOf([{Members(made.Members)}])",
        FastArray { Items.Count: 0 } => "JsonValue.EmptyArray",
        FastArray array => $"JsonValue.ArrayOf([{string.Join(", ", array.Items.Select(Build))}])",
        FastTyped { MissingIf: { } missing } typed => $"({missing} ? default : {Written(typed.Type, typed.Code)})",
        FastTyped typed => Written(typed.Type, typed.Code),
        FastProjected projected => $"{projected.Query}.Evaluate({Build(projected.List)})",
        FastChange change => $"{Build(change.Origin)}.With([{Members(change.Members)}])",
        FastEither either => $"({either.Whole.Name}.IsMissing ? JsonValue.ObjectOf([{Members(either.Members)}]) : {either.Whole.Name})",
        _ => throw new System.InvalidOperationException($"'{value.GetType().Name}' has no emitted form."),
    };

    /// <summary>What a handler is given, of parts that are known to be small.</summary>
    public string BuildArguments(FastValue value) => value is FastObject { Members.Count: > 0 } made ? $"FastPath.ArgumentsOf([{Members(made.Members)}])" : Build(value);

    /// <summary>The locals that values were built of since this was cleared, but for an output at the end.</summary>
    public HashSet<string> Whole { get; } = [];

    /// <summary>Whether what is built is the machine's output.</summary>
    public bool IsAtEnd { get; set; }

    private string Text(FastText text)
    {
        if (!IsLast)
            HasFoundText |= _needed.Add(text.Name);
        return text.Code;
    }

    private string Read(FastLocal local)
    {
        if (!IsAtEnd)
            Whole.Add(local.Name);
        if (_isLeaving)
            _left.Add(local.Name);
        else
            HasFoundBuilt |= _built.Add(local.Name);
        UsesInput |= local.Name == FastNames.Input || local.Name.StartsWith(FastNames.Input + "[", System.StringComparison.Ordinal)
            || local.Name.IndexOf($"({FastNames.Input},", System.StringComparison.Ordinal) >= 0;
        return local.Name;
    }

    /// <summary>The JSON of a C# object.</summary>
    public string Written(PlainType type, string code)
    {
        if (type.Kind == PlainKind.Value)
            return $"PlainJson.Write({code})";
        contracts.AddWriter(type);
        return $"Contracts.Write({code})";
    }

    public string Key(string name) => tables.Keys.Of(name);

    /// <summary>As <see cref="Build"/>, but of a constant its text, which is copied quicker than a value is written.</summary>
    public string BuildText(FastValue value) => value is FastConstant { Written: { } text } ? tables.Literals.Read(text) : Build(value);

    /// <summary>The members as they are given to what makes an object of them.</summary>
    public string Members(IReadOnlyList<FastMember> members) => string.Join(", ", members.Select(member => $"new({Key(member.Name)}, {Build(member.Value)})"));
}
