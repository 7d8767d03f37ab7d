namespace Compiled.WebConsole;

/// <summary>
/// The machines that the console shows and changes, and their starts: what whoever hosts the console brings. Executions it reads from
/// <see cref="Durable.DurableExecutions"/> itself. Any thread may call.
/// </summary>
/// <remarks>
/// What can't be done is told by <see cref="ConsoleRefusedException"/>, whose code and words the console shows as they are; any other exception is a bug.
/// </remarks>
public interface IConsoleMachines
{
    /// <summary>Machines by name, in ordinal order.</summary>
    /// <param name="search">Only those whose name contains this, whatever the case; null or empty for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="limit">How many to give at most.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    ValueTask<ConsoleMachinePage> ListAsync(string? search, int skip, int limit, CancellationToken cancellationToken = default);

    /// <summary>A machine with its versions, aliases and tags; null when there is none.</summary>
    /// <param name="stateMachineArn">The machine's ARN, without version or alias.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    ValueTask<ConsoleMachine?> FindAsync(string stateMachineArn, CancellationToken cancellationToken = default);

    /// <summary>Creates a machine.</summary>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ConsoleRefusedException">The name is taken or is none, or the definition has faults.</exception>
    ValueTask<string> CreateAsync(ConsoleMachineDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Gives a machine another definition; what runs keeps the one it started with. Name and type of the draft are the machine's own.</summary>
    /// <exception cref="ConsoleRefusedException">There is no such machine, or the definition has faults.</exception>
    ValueTask UpdateAsync(string stateMachineArn, ConsoleMachineDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Deletes a machine; does nothing when there is none.</summary>
    /// <exception cref="ConsoleRefusedException">It can't be deleted.</exception>
    ValueTask DeleteAsync(string stateMachineArn, CancellationToken cancellationToken = default);

    /// <summary>Publishes the machine as it is as its next version.</summary>
    /// <returns>The version's ARN.</returns>
    /// <exception cref="ConsoleRefusedException">There is no such machine, or it has too many versions.</exception>
    ValueTask<string> PublishVersionAsync(string stateMachineArn, string? description, CancellationToken cancellationToken = default);

    /// <summary>Deletes a version.</summary>
    /// <exception cref="ConsoleRefusedException">An alias leads to it.</exception>
    ValueTask DeleteVersionAsync(string versionArn, CancellationToken cancellationToken = default);

    /// <summary>Creates an alias.</summary>
    /// <exception cref="ConsoleRefusedException">The name is taken or is none, or the versions or their shares are wrong.</exception>
    ValueTask CreateAliasAsync(string stateMachineArn, string name, ConsoleAliasDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Changes where an alias leads, and its description.</summary>
    /// <exception cref="ConsoleRefusedException">There is no such alias, or the versions or their shares are wrong.</exception>
    ValueTask UpdateAliasAsync(string aliasArn, ConsoleAliasDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Deletes an alias.</summary>
    /// <exception cref="ConsoleRefusedException">There is no such alias.</exception>
    ValueTask DeleteAliasAsync(string aliasArn, CancellationToken cancellationToken = default);

    /// <summary>Gives a machine a tag, or a tag of it another value.</summary>
    /// <exception cref="ConsoleRefusedException">Key or value is none, or there are too many.</exception>
    ValueTask SetTagAsync(string stateMachineArn, string key, string value, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag from a machine.</summary>
    /// <exception cref="ConsoleRefusedException">There is no such machine.</exception>
    ValueTask RemoveTagAsync(string stateMachineArn, string key, CancellationToken cancellationToken = default);

    /// <summary>Starts an execution.</summary>
    /// <returns>The execution's ARN; that of an Express execution may be one that <see cref="Durable.DurableExecutions"/> does not know.</returns>
    /// <exception cref="ConsoleRefusedException">There is no such machine, or name or input are refused.</exception>
    ValueTask<string> StartAsync(ConsoleStart start, CancellationToken cancellationToken = default);
}
