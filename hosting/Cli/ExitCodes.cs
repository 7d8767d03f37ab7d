namespace Compiled.Cli;

/// <summary>What the exit codes of the commands mean; <c>--help</c> shows <see cref="Help"/>.</summary>
public static class ExitCodes
{
    /// <summary>Done; the execution succeeded, no definition has an Error.</summary>
    public const int Success = 0;

    /// <summary>The execution did not succeed, or a definition has an Error; for <c>lint</c>, a fault that <c>--fail-on</c> counts.</summary>
    public const int Failure = 1;

    /// <summary>The command line, a file or its text is wrong, so that nothing was done, or by <c>lint</c> not with all files.</summary>
    public const int Misuse = 2;

    /// <summary>The three in one line.</summary>
    public const string Help = "Exit codes: 0 done; 1 the execution failed, or a definition has an Error; 2 the command line or a file is wrong.";
}
