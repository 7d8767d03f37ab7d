using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Two states get one C# name. RULES.md, same-csharp-name.</summary>
public sealed class IdentifierCollision : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        Dictionary<string, State> owners = new(machine.States.Count);
        foreach (State state in machine.States)
        {
            string identifier = CSharpNames.OfState(state.Name);
            if (!owners.TryGetValue(identifier, out State? owner))
                owners.Add(identifier, state);
            else if (NameOf(state) is { } name)
                report(HandlerFaults.IdentifierCollision.AtName(name, Message(state, owner, identifier)));
        }
    }

    private static string Message(State state, State owner, string identifier) =>
        $"State '{state.Name}' gets the C# name '{identifier}' that '{owner.Name}' has, so a number is added to it; give one of them another name.";

    private static JsonMember? NameOf(State state) =>
        (state.Source.Parent as ObjectNode)?.Members.FirstOrDefault(member => ReferenceEquals(member.Value, state.Source));
}
