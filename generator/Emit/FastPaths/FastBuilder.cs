using System.Collections.Generic;
using System.Linq;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>Writes the C# expressions that make values of what is known of them.</summary>
internal sealed class FastBuilder(MachineTables tables)
{
    /// <summary>Whether anything was built of the whole input since this was set to false.</summary>
    public bool UsesInput { get; set; }

    public string Build(FastValue value) => value switch
    {
        FastLocal local => Read(local),
        FastConstant constant => constant.Code,
        FastObject { Members.Count: 0 } => "JsonValue.EmptyObject",
        FastObject made => $"JsonValue.ObjectOf([{Members(made.Members)}])",
        FastArray { Items.Count: 0 } => "JsonValue.EmptyArray",
        FastArray array => $"JsonValue.ArrayOf([{string.Join(", ", array.Items.Select(Build))}])",
        FastChange change => $"{Read(change.Origin)}.With([{Members(change.Members)}])",
        FastEither either => $"({either.Whole.Name}.IsMissing ? JsonValue.ObjectOf([{Members(either.Members)}]) : {either.Whole.Name})",
        _ => throw new System.InvalidOperationException($"'{value.GetType().Name}' has no emitted form."),
    };

    /// <summary>The locals that values were built of since this was cleared, but for an output at the end.</summary>
    public HashSet<string> Whole { get; } = [];

    /// <summary>Whether what is built is the machine's output.</summary>
    public bool IsAtEnd { get; set; }

    private string Read(FastLocal local)
    {
        if (!IsAtEnd)
            Whole.Add(local.Name);
        UsesInput |= local.Name == FastNames.Input || local.Name.StartsWith(FastNames.Input + "[", System.StringComparison.Ordinal);
        return local.Name;
    }

    public string Key(string name) => tables.Keys.Of(name);

    private string Members(IReadOnlyList<FastMember> members) => string.Join(", ", members.Select(member => $"new({Key(member.Name)}, {Build(member.Value)})"));
}
