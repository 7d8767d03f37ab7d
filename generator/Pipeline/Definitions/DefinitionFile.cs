using Compiled.Language.Binding;

namespace Compiled.Generator.Pipeline;

/// <summary>A definition in the project and what the project says about its class.</summary>
/// <param name="Path">The path as the compiler knows it, with <c>/</c> between folders.</param>
/// <param name="Text">The definition: as compact JSON where it is JSON, else as written, so that layout is no part of the value.</param>
/// <param name="Namespace">The namespace of a class made from the file alone; empty for the global one.</param>
/// <param name="ClassName">The name of a class made from the file alone.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Type">How executions are meant to run.</param>
internal sealed record DefinitionFile(
    string Path, string Text, string Namespace, string ClassName, string Accessibility, MachineType Type)
{
    /// <summary>What the name of every definition ends in.</summary>
    public const string Extension = ".asl.json";

    /// <summary>The file's name without folder and <see cref="Extension"/>: the name of the machine.</summary>
    public string Name => NameOf(Path);

    /// <summary>Whether a file is a definition, by its name.</summary>
    public static bool IsDefinition(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the machine that a definition's path gives.</summary>
    public static string NameOf(string path)
    {
        string file = path.Substring(path.LastIndexOf('/') + 1);
        return IsDefinition(file) ? file.Substring(0, file.Length - Extension.Length) : file;
    }
}
