using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Compiles a project with what is generated for it, and loads it.</summary>
internal static class EmittedAssembly
{
    public static Assembly Load(TestProject project)
    {
        using MemoryStream image = new();
        EmitResult result = project.CompileGenerated().Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }
}
