using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks the text as JSON, and its size.</summary>
internal static class TextMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(JsonFaults.InvalidJson, "comma less", static definition => Between(definition, ',')),
        new(JsonFaults.InvalidJson, "colon less", static definition => Between(definition, ':')),
        new(JsonFaults.InvalidJson, "quote less", static definition =>
            definition.Machine.States.Select(static state => new Mutation(state.Source.Pointer, new Edit(new TextSpan(state.Source.Members[0].NameSpan.End - 1, 1), "")))),
        new(JsonFaults.DuplicateKey, "key twice", static definition =>
            definition.Machine.States.Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, Written(state, state.Source.Members[^1]))))),
        new(JsonFaults.NotAnObject, "in an array", static definition => [new Mutation("", new Edit(new TextSpan(0, 0), "["), new Edit(new TextSpan(definition.Machine.Text.Length, 0), "]"))]),
        new(JsonFaults.TooDeeplyNested, "deep comment", static definition =>
            definition.Machine.States.Select(static state => new Mutation(state.Source.Pointer, Edit.Set(state.Source, "Comment", new string('[', 300) + new string(']', 300))))),
        // Each such mutant has a million characters, so only some of the largest definitions are made larger.
        new(SizeFaults.DefinitionTooLarge, "long comment", static definition => definition.Machine.Text.Length < 15_000 ? [] : [new Mutation("", Edit.Set(definition.Root, "Comment", JsonText.Quote(new string('x', 1_048_577))))]),
        new(SizeFaults.PayloadTooLarge, "long literal", static definition => definition.PathStates.OfType<PassState>()
            .Where(static pass => pass.Result is not null)
            .Select(static pass => new Mutation(pass.Source.Pointer, Edit.Set(pass.Source, "Result", JsonText.Quote(new string('x', 262_145)))))),
    ];

    // The first such character behind the first member's key or value is the one between it and what follows.
    private static IEnumerable<Mutation> Between(SoundDefinition definition, char separator)
    {
        foreach (State state in definition.Machine.States.Where(static state => state.Source.Members.Count > 1))
        {
            JsonMember first = state.Source.Members[0];
            int at = definition.Machine.Text.IndexOf(separator, separator == ',' ? first.Value.Span.End : first.NameSpan.End);
            yield return new Mutation(state.Source.Pointer, new Edit(new TextSpan(at, 1), " "));
        }
    }

    private static string Written(State state, JsonMember member) => JsonText.Quote(member.Name) + ":" + state.Source[member.Name]!.ToCompactJson();
}
