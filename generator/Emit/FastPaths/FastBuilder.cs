using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>Writes the C# expressions that make values of what is known of them.</summary>
internal sealed class FastBuilder(MachineTables tables, ContractEmitter contracts)
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
        FastTyped { MissingIf: { } missing } typed => $"({missing} ? default : {Written(typed.Type, typed.Code)})",
        FastTyped typed => Written(typed.Type, typed.Code),
        FastProjected projected => $"{projected.Query}.Evaluate({Build(projected.List)})",
        FastChange change => $"{Build(change.Origin)}.With([{Members(change.Members)}])",
        FastEither either => $"({either.Whole.Name}.IsMissing ? JsonValue.ObjectOf([{Members(either.Members)}]) : {either.Whole.Name})",
        _ => throw new System.InvalidOperationException($"'{value.GetType().Name}' has no emitted form."),
    };

    private string Read(FastLocal local)
    {
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

    private string Members(IReadOnlyList<FastMember> members) => string.Join(", ", members.Select(member => $"new({Key(member.Name)}, {Build(member.Value)})"));
}
