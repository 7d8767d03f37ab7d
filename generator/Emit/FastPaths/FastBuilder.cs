using System.Collections.Generic;
using System.Linq;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>Writes the C# expressions that make values of what is known of them.</summary>
internal sealed class FastBuilder(MachineTables tables)
{
    private readonly HashSet<string> _needed = [];

    /// <summary>Whether anything was built of the whole input since this was set to false.</summary>
    public bool UsesInput { get; set; }

    /// <summary>Whether what is built now is built once at most, at the end of a run or where it leaves the path.</summary>
    public bool IsLast { get; set; }

    /// <summary>Whether a text was found since this was set to false that has to be in a local.</summary>
    public bool HasFoundText { get; set; }

    /// <summary>Whether a text is needed before the end, so that it has to be in its local.</summary>
    public bool IsNeeded(string text) => _needed.Contains(text);

    public string Build(FastValue value) => value switch
    {
        FastFormat format => Format(format),
        FastLocal local => Read(local),
        FastConstant constant => constant.Code,
        FastObject { Members.Count: 0 } => "JsonValue.EmptyObject",
        FastObject made => $"JsonValue.ObjectOf([{Members(made.Members)}])",
        FastChange change => $"{Read(change.Origin)}.With([{Members(change.Members)}])",
        FastEither either => $"({either.Whole.Name}.IsMissing ? JsonValue.ObjectOf([{Members(either.Members)}]) : {either.Whole.Name})",
        _ => throw new System.InvalidOperationException($"'{value.GetType().Name}' has no emitted form."),
    };

    private string Format(FastFormat format)
    {
        if (!IsLast)
            HasFoundText |= _needed.Add(format.Name);
        return format.Code;
    }

    private string Read(FastLocal local)
    {
        UsesInput |= local.Name == FastNames.Input || local.Name.StartsWith(FastNames.Input + "[", System.StringComparison.Ordinal);
        return local.Name;
    }

    public string Key(string name) => tables.Keys.Of(name);

    private string Members(IReadOnlyList<FastMember> members) => string.Join(", ", members.Select(member => $"new({Key(member.Name)}, {Build(member.Value)})"));
}
