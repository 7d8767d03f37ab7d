namespace Compiled.Generator.Pipeline;

/// <summary>The names of the generator's steps, by which tests see what was computed anew.</summary>
internal static class Steps
{
    /// <summary>Each definition and its metadata.</summary>
    public const string Definitions = nameof(Definitions);

    /// <summary>Each <c>[StateMachine]</c> class.</summary>
    public const string Handlers = nameof(Handlers);

    /// <summary>Each exception type with an error name.</summary>
    public const string Errors = nameof(Errors);

    /// <summary>Each class that a machine is emitted into.</summary>
    public const string Machines = nameof(Machines);

    /// <summary>The code of each machine.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>The code that registers all machines.</summary>
    public const string Registrations = nameof(Registrations);

    /// <summary>Each <c>[Jsonata]</c> method.</summary>
    public const string JsonataMethods = nameof(JsonataMethods);

    /// <summary>The code of each <c>[Jsonata]</c> method.</summary>
    public const string JsonataSources = nameof(JsonataSources);
}
