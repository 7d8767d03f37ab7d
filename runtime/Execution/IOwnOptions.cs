namespace Compiled.Execution;

/// <summary>
/// Has the options of one execution. Where many executions differ only in name and seed, of which few are asked, they are made when somebody asks; options that were made are their own.
/// </summary>
internal interface IOwnOptions
{
    /// <summary>The options; the same or equal ones whenever asked, by any thread.</summary>
    ExecutionOptions Options { get; }
}
