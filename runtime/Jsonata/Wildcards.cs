using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The steps <c>*</c> and <c>**</c>.</summary>
public static class Wildcards
{
    /// <summary><c>*</c>: the values of all fields, the items of arrays one by one. Uncollapsed: with an array among the values it is no sequence.</summary>
    public static JsonValue Fields(JsonValue input)
    {
        var found = new Sequence();
        bool isSequence = true;
        if (input.IsArray)
        {
            foreach (JsonValue item in input.Items())
            {
                Add(item, ref found, ref isSequence);
            }
        }
        else
        {
            foreach (JsonMember member in input.Members())
            {
                Add(member.Value, ref found, ref isSequence);
            }
        }

        return isSequence ? found.ToSequence() : found.ToArray();
    }

    /// <summary><c>**</c>: the input itself and all that is in it, arrays opened. Missing for a missing input.</summary>
    public static JsonValue Descendants(JsonValue input, Evaluation evaluation)
    {
        var found = new Sequence();
        Collect(input, ref found, evaluation, 0);
        return input.IsMissing ? default : found.Count == 1 ? found.ToValue() : found.ToSequence();
    }

    private static void Add(JsonValue value, ref Sequence found, ref bool isSequence)
    {
        if (value.IsArray)
        {
            // JSONata joins arrays on with append, whose result is an ordinary array.
            isSequence = false;
            Flatten(value, ref found, 0);
        }
        else
        {
            found.Push(value);
        }
    }

    private static void Flatten(JsonValue array, ref Sequence found, int level)
    {
        JsonataError.RefuseDeeper(level);
        foreach (JsonValue item in array.Items())
        {
            if (item.IsArray)
            {
                Flatten(item, ref found, level + 1);
            }
            else
            {
                found.Push(item);
            }
        }
    }

    private static void Collect(JsonValue input, ref Sequence found, Evaluation evaluation, int level)
    {
        JsonataError.RefuseDeeper(level);
        evaluation.Step();
        if (input.IsArray)
        {
            foreach (JsonValue item in input.Items())
            {
                Collect(item, ref found, evaluation, level + 1);
            }

            return;
        }

        found.Push(input);
        foreach (JsonMember member in input.Members())
        {
            Collect(member.Value, ref found, evaluation, level + 1);
        }
    }
}
