namespace Compiled.Tasks.Nested;

/// <summary>A parameter that a request can't do without is not there.</summary>
internal sealed class MissingParameterException(string name) : Exception
{
    public string Name { get; } = name;
}
