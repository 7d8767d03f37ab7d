using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>A function of the value that the path has come to.</summary>
internal sealed class FunctionStep(PathFunction function, PathArgument[] arguments) : Step
{
    internal override bool IsDefinite => true;

    internal override JsonValue Pick(JsonValue value, in PathScope scope)
    {
        if (arguments.Length == 0)
        {
            return function(value, []);
        }

        var values = new List<JsonValue>(arguments.Length);
        foreach (PathArgument argument in arguments)
        {
            JsonValue given = argument.Evaluate(scope);
            if (!given.IsMissing)
            {
                values.Add(given);
            }
        }

        return function(value, values);
    }
}
