using System.Globalization;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>Faults for a reader: place, severity, id and message, then the line with a mark below what is wrong.</summary>
internal static class TextReport
{
    private const int LongestExcerpt = 160;

    /// <summary>Writes all faults and a line that counts them.</summary>
    public static void Write(IReadOnlyList<LintedFile> files, TextWriter output)
    {
        foreach (LintedFile file in files) WriteFaults(file, output);
        Fault[] all = [.. files.SelectMany(static file => file.Faults)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count(all, Severity.Error, "error")}, {Count(all, Severity.Warning, "warning")} in {files.Count} {(files.Count == 1 ? "file" : "files")}"));
    }

    /// <summary>Writes the faults of one file.</summary>
    public static void WriteFaults(LintedFile file, TextWriter output)
    {
        foreach ((Fault fault, SourcePlace place) in file.Placed)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file.Source.Name}:{place.Line}:{place.Column}: {LintedFile.Word(fault.Severity)} {fault.Id}: {fault.Message}"));
            WriteExcerpt(file.Source.Text, place, output);
        }
    }

    /// <summary>A very long line, as in a definition without line ends, is cut to what stands around the mark.</summary>
    private static void WriteExcerpt(string text, SourcePlace place, TextWriter output)
    {
        ReadOnlySpan<char> line = SourcePlace.LineText(text, place.Line);
        int start = place.Column - 1;
        int length = Math.Max(place.EndLine == place.Line ? place.EndColumn - place.Column : line.Length - start, 1);
        int skipped = line.Length > LongestExcerpt ? Math.Max(0, start - (LongestExcerpt / 4)) : 0;
        ReadOnlySpan<char> shown = line[skipped..Math.Min(line.Length, skipped + LongestExcerpt)];
        string number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        string indent = Blank(shown[..Math.Min(start - skipped, shown.Length)]);
        output.WriteLine($"{number} | {shown}");
        output.WriteLine($"      | {indent}{new string('^', Math.Min(length, Math.Max(1, shown.Length - indent.Length)))}");
    }

    /// <summary>As wide as the text: a tab stays a tab, so that the mark stands below its text whatever the width of a tab is.</summary>
    private static string Blank(ReadOnlySpan<char> text)
    {
        char[] blank = text.ToArray();
        for (int i = 0; i < blank.Length; i++)
            if (blank[i] != '\t') blank[i] = ' ';
        return new string(blank);
    }

    private static string Count(Fault[] faults, Severity severity, string word)
    {
        int count = faults.Count(fault => fault.Severity == severity);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
    }
}
