using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The function that <c>|pattern|update,delete|</c> is: it gives a copy of its argument in which what the pattern finds is changed.</summary>
/// <param name="pattern">Finds what is changed, in the copy.</param>
/// <param name="update">The fields merged into a match.</param>
/// <param name="delete">The names of the fields removed from a match; null to remove none.</param>
/// <param name="clone">The user's own <c>$clone</c>, where a variable of that name hides the function.</param>
public sealed class Transform(
    Func<JsonValue, Evaluation, JsonValue> pattern,
    Func<JsonValue, Evaluation, JsonValue> update,
    Func<JsonValue, Evaluation, JsonValue>? delete,
    Func<JsonValue>? clone = null) : JsonataFunction
{
    /// <inheritdoc/>
    public override int Arity => 1;

    /// <inheritdoc/>
    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        JsonValue argument = arguments.At(0);
        if (argument.IsMissing)
        {
            return default;
        }

        if (!argument.IsObject && !argument.IsArray)
        {
            throw JsonataError.Of("T0410", index: 1);
        }

        if (clone is not null)
        {
            JsonataFunction function = clone().AsFunction ?? throw JsonataError.Of("T2013");
            argument = function.Invoke([argument], evaluation);
        }

        var copy = new ChangedCopy(argument);
        evaluation.Enter();
        foreach (JsonValue match in Items.Of(pattern(copy.Root, evaluation)))
        {
            Change(copy, match, evaluation);
        }

        evaluation.Leave();
        return copy.ToValue();
    }

    private void Change(ChangedCopy copy, JsonValue match, Evaluation evaluation)
    {
        evaluation.Step();
        JsonValue changes = update(copy.Now(match), evaluation);
        if (!changes.IsMissing)
        {
            if (!changes.IsObject)
            {
                throw JsonataError.Of("T2011", value: changes);
            }

            foreach (JsonMember member in changes.Members())
            {
                copy.Set(match, member.Key, member.Value);
            }
        }

        if (delete is null)
        {
            return;
        }

        JsonValue names = delete(copy.Now(match), evaluation);
        foreach (JsonValue name in Items.Of(names))
        {
            if (!name.IsString)
            {
                throw JsonataError.Of("T2012", value: names);
            }
        }

        foreach (JsonValue name in Items.Of(names))
        {
            copy.Remove(match, Texts.KeyOf(name));
        }
    }
}
