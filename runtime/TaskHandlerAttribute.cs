namespace Compiled;

/// <summary>Makes a method of the state machine's class the handler of a Task.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TaskHandlerAttribute(string resource) : Attribute
{
    /// <summary>A <c>Resource</c>, its last segment, or a state's name.</summary>
    public string Resource { get; } = resource;
}
