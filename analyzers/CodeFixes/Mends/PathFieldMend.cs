using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Turns a field that takes text, and is given a path, into the field that takes a path.</summary>
internal sealed class PathFieldMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [DataFaults.NoPath.Id];

    /// <summary>Whether a text is a path or an intrinsic call.</summary>
    public static bool IsExpression(string text) =>
        IntrinsicParser.LooksLikeIntrinsic(text) ? IntrinsicParser.Parse(text, out _) is not null : PathParser.Parse(text, out _) is not null;

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.MemberAt(fault.Pointer) is not { Value: StringNode { Parent: ObjectNode fields } text } member)
            yield break;
        if (fields[member.Name + "Path"] is null && IsExpression(text.Value))
            yield return new Mending("ReadPath", $"Read it with '{member.Name}Path'", [TextEdit.Insert(member.NameSpan.End - 1, "Path")]);
    }
}
