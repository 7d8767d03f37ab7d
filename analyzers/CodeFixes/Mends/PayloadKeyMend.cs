using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Adds the <c>.$</c> without which a template sends a path as text.</summary>
internal sealed class PayloadKeyMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [DataFaults.PayloadKeyWithoutDollar.Id];

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.MemberAt(fault.Pointer) is not { Value: StringNode { Parent: ObjectNode template } text } member)
            yield break;
        // Two keys of one name, or an expression that does not parse, would be the next fault.
        if (template[member.Name + ".$"] is null && PathFieldMend.IsExpression(text.Value))
            yield return new Mending("Evaluate", $"Evaluate it as '{member.Name}.$'", [TextEdit.Insert(member.NameSpan.End - 1, ".$")]);
    }
}
