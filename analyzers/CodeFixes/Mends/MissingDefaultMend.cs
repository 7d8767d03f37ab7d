using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Gives a Choice a Default: a Fail state of its own behind it, which says in the definition what would happen anyway.</summary>
internal sealed class MissingDefaultMend : Mend
{
    private const string Name = "NoChoiceMatched";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [FlowFaults.ChoiceWithoutDefault.Id];

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.MemberAt(fault.Pointer) is not { Value: ObjectNode { Parent: ObjectNode states } choice } member || choice["Default"] is not null)
            yield break;
        HashSet<string> taken = [.. MachineBinder.Bind(definition.Text, MachineType.Standard).StateNames];
        string name = Name;
        for (int number = 2; taken.Contains(name); number++)
            name = Name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string fail = MemberEdits.NewObject(
            definition, choice, ("Type", "\"Fail\""), ("Error", JsonText.Quote(Name)), ("Cause", JsonText.Quote($"No rule of '{member.Name}' holds.")));
        yield return new Mending(
            "AddDefault",
            $"Add a 'Default' that fails as '{name}'",
            TextEdits.Joined([.. MemberEdits.Append(definition, choice, "Default", JsonText.Quote(name)), .. MemberEdits.InsertAfter(definition, states, member, name, fail)]))
        {
            // The name that is free now is taken once it is written.
            GoesByWhole = true,
        };
    }
}
