using System.Security.Cryptography;
using System.Text;
using Compiled.Generator;

namespace Compiled.Compilation;

/// <summary>
/// Compiles definitions and keeps the assemblies in a folder, so that a process that starts again compiles nothing again. Any thread, and any number of
/// processes, may use one folder.
/// </summary>
/// <remarks>
/// A file's name is the hash of all that its content depends on: the definition, its name and type, and the builds of compiler and runtime. A file is written
/// whole under another name first; one that can't be read is made again.
/// </remarks>
public sealed class DefinitionCache
{
    private readonly string? _folder;

    /// <summary>Makes a cache.</summary>
    /// <param name="folder">The folder, which is made when there is none; null keeps nothing.</param>
    public DefinitionCache(string? folder = null)
    {
        _folder = folder;
        if (folder is not null)
            Directory.CreateDirectory(folder);
    }

    /// <summary>A new workflow of a definition, without handlers of its own.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="text">The definition, ASL in JSON.</param>
    /// <param name="type">How its executions run.</param>
    /// <exception cref="DefinitionFaultException">The definition has faults and cannot run.</exception>
    public Workflow Compile(string name, string text, MachineType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        string? path = _folder is null ? null : Path.Combine(_folder, FileName(name, text, type));
        if (path is not null && Read(path) is { } kept)
            return kept(null);
        CompiledDefinition compiled = DefinitionCompiler.CompileToRun(
            new DefinitionSource(text, name, type == MachineType.Express ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard));
        Workflow workflow = compiled.Create();
        if (path is not null)
            Write(path, compiled.Image!);
        return workflow;
    }

    private static Func<ITaskHandler?, Workflow>? Read(string path)
    {
        try
        {
            return AssemblyBuild.Load<Func<ITaskHandler?, Workflow>>(File.ReadAllBytes(path))[0];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException or TypeLoadException)
        {
            return null;
        }
    }

    // What can't be written is compiled again at the next start.
    private static void Write(string path, byte[] image)
    {
        string part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(part, image);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
        }
    }

    private static string FileName(string name, string text, MachineType type)
    {
        string builds = $"{typeof(MachineCompiler).Module.ModuleVersionId:N}{typeof(Workflow).Module.ModuleVersionId:N}{Environment.Version}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{builds}\n{type}\n{name}\n{text}"))) + ".dll";
    }
}
