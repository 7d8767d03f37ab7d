using Microsoft.CodeAnalysis;

namespace Compiled.CodeFixes;

/// <summary>One way to mend what a diagnostic of a definition says.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Title">What the way does, as a command.</param>
/// <param name="Key">What it is called among those of all diagnostics, so that many can be mended in the same way.</param>
/// <param name="Apply">The solution after it.</param>
internal sealed record DefinitionFix(Diagnostic Diagnostic, string Title, string Key, Func<CancellationToken, Task<Solution>> Apply);
