using System.Linq;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit;

/// <summary>The class's own line, and the classes around it where the user's part is nested.</summary>
internal static class ClassHeader
{
    public static void Open(CodeWriter code, CompilerOptions options, string? comment)
    {
        if (options.Handlers is { } handlers)
        {
            foreach (string outer in handlers.ContainingTypes)
                code.Open(outer);
        }
        string summary = comment is null ? $"The state machine '{options.Name}'." : $"The state machine '{options.Name}': {comment}";
        code.Line($"/// <summary>{Xml(CodeWriter.OneLine(summary, 400))}</summary>");
        string head = options.Handlers is { } user ? $"partial class {user.Name}" : $"{options.Accessibility} partial class {options.ClassName}";
        code.Open(head + (options.Handlers is { DerivesFromOther: true } ? "" : " : global::Compiled.Workflow"));
    }

    public static void Close(CodeWriter code, CompilerOptions options)
    {
        code.Close();
        for (int i = options.Handlers?.ContainingTypes.Count() ?? 0; i > 0; i--)
            code.Close();
    }

    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
