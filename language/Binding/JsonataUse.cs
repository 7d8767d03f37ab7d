using Compiled.Language.Definition;
using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>An expression and where it stands, which decides what it may read.</summary>
internal sealed class JsonataUse(JsonataText text, Place place, string field)
{
    /// <summary>The expression.</summary>
    public JsonataText Text { get; } = text;

    /// <summary>Whether there is a result to read: when a Task, Parallel or Map has succeeded.</summary>
    public bool HasResult { get; } = (place & Place.AnyWork) != 0 && field is "Assign" or "Output";

    /// <summary>Whether there is an error to read: when a catcher acts.</summary>
    public bool HasError { get; } = place == Place.Catcher;

    /// <summary>The expressions in the value of a field.</summary>
    public static IEnumerable<JsonataText> In(object value) => value switch
    {
        JsonataText text => [text],
        JsonataTemplate template => [template.Text],
        ObjectTemplate made => made.Members.SelectMany(member => In(member.Value)),
        ArrayTemplate made => made.Items.SelectMany(In),
        _ => [],
    };
}
