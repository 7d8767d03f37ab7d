using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// A field of the context object that does not exist, or not where it is read. RULES.md, unknown-context-field, map-context-outside-map,
/// token-without-callback.
/// </summary>
public sealed class UnknownContextField : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (PathUse use in PathUses.Find(machine).Where(use => use.Path.Root == PathRoot.Context))
        {
            if (Find(use) is { } found)
                report(use.At(DataFaults.UnknownContextField, found.Step, $"'{use.Path.Text}': {found.What}").Suggesting(found.Near is null ? null : PathNames.Step(found.Near)));
        }
    }

    private static (PathStep Step, string What, string? Near)? Find(PathUse use)
    {
        var names = new List<string>();
        foreach (PathStep step in use.Path.Steps)
        {
            if (step is not NameStep name || Placeholders.Contains(name.Name) || ContextTable.FieldsOf(names) is not { } fields)
                return null;
            if (!fields.Contains(name.Name))
                return (step, $"the context object has no '{string.Join(".", names.Append(name.Name))}'{NearMiss.Hint(name.Name, fields)}", NearMiss.Find(name.Name, fields));
            names.Add(name.Name);
            if (ContextScopes.WhyAbsent(use.State, use.Field, name.Name, names.Count) is { } why)
                return (step, why, null);
        }
        return null;
    }
}
