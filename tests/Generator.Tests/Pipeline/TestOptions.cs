using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>What MSBuild and editor configs say: global options, and options of one file.</summary>
internal sealed class TestOptions : AnalyzerConfigOptionsProvider
{
    private readonly Options _global = new();
    private readonly Dictionary<string, Options> _files = [];

    public TestOptions() => Global("build_property.RootNamespace", "Shop");

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public TestOptions Global(string key, string value)
    {
        _global.Values[key] = value;
        return this;
    }

    public TestOptions File(string path, string key, string value)
    {
        if (!_files.TryGetValue(path, out Options? options))
            _files.Add(path, options = new Options());
        options.Values[key] = value;
        return this;
    }

    public TestOptions Metadata(string path, string name, string value) => File(path, "build_metadata.AdditionalFiles." + name, value);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options();

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _files.GetValueOrDefault(textFile.Path) ?? new Options();

    private sealed class Options : AnalyzerConfigOptions
    {
        public Dictionary<string, string> Values { get; } = new(KeyComparer);

        // The attribute that says when the value is null exists twice here, once as the generator's polyfill.
#pragma warning disable CS8765
        public override bool TryGetValue(string key, out string? value) => Values.TryGetValue(key, out value);
#pragma warning restore CS8765
    }
}
