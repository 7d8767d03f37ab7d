using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>A fault and where it stands in its file.</summary>
internal readonly record struct PlacedFault(Fault Fault, SourcePlace Place);
