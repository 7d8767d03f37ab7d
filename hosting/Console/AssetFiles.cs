using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Compiled.Graph;

namespace Compiled.WebConsole;

/// <summary>The style sheets and scripts that stand in the assembly.</summary>
internal static class AssetFiles
{
    private static readonly FrozenDictionary<string, byte[]> s_files = Read();

    /// <summary>A text that changes with the files, so that browsers may keep them for ever.</summary>
    public static string Version { get; } = Hash();

    /// <summary>A file and its media type; null where there is none of that name.</summary>
    public static (byte[] Content, string MediaType)? Find(string name)
        => s_files.TryGetValue(name, out byte[]? content)
            ? (content, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8"
                : name.EndsWith(".svg", StringComparison.Ordinal) ? "image/svg+xml" : "text/javascript; charset=utf-8")
            : null;

    private static FrozenDictionary<string, byte[]> Read()
    {
        Dictionary<string, byte[]> files = [];
        System.Reflection.Assembly assembly = typeof(AssetFiles).Assembly;
        foreach (string name in assembly.GetManifestResourceNames())
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            files.Add(name, content);
        }

        files.Add("graph.css", Encoding.UTF8.GetBytes(GraphStyle()));
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // The reader's switch wins over the reader's system.
    private static string GraphStyle()
    {
        string light = SvgWriter.Stylesheet(SvgTheme.Light), dark = SvgWriter.Stylesheet(SvgTheme.Dark);
        return $"{light}\n:root[data-theme=\"dark\"] {{{dark}}}\n@media (prefers-color-scheme: dark) {{\n:root:not([data-theme=\"light\"]) {{{dark}}}\n}}\n";
    }

    private static string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, byte[] content) in s_files.OrderBy(static file => file.Key, StringComparer.Ordinal))
            hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
