namespace Compiled.Cli.Lint;

/// <summary>Lines and columns of a text, both from 1; a column counts UTF-16 units. An end column is the one behind the last character.</summary>
internal readonly record struct SourcePlace(int Line, int Column, int EndLine, int EndColumn);
