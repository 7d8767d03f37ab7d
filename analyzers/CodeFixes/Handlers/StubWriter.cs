using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Adds members to a class in the layout of its file.</summary>
internal static class StubWriter
{
    private const string OneLevel = "    ";

    /// <summary>The solution with a handler of a Task at the end of a class; unchanged where the class is not written in the project.</summary>
    public static async Task<Solution> WriteAsync(Project project, string className, Machine machine, TaskState task, CancellationToken cancellationToken)
    {
        Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation?.Assembly.GetTypeByMetadataName(className) is not { } type)
            return project.Solution;
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            // The emitted part stands in no document of the project.
            if (project.GetDocument(reference.SyntaxTree) is not { } document
                || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not ClassDeclarationSyntax { AttributeLists.Count: > 0 } declaration)
                continue;
            SemanticModel model = compilation.GetSemanticModel(reference.SyntaxTree);
            int place = declaration.OpenBraceToken.RawKind == 0 ? declaration.Identifier.SpanStart : declaration.OpenBraceToken.Span.End;
            bool hasContext = type.GetAttributes().Any(attribute => attribute.NamedArguments.Any(argument => argument.Key == "JsonContext"));
            IReadOnlyList<string> lines = HandlerStub.Lines(
                machine, task, name => NameAt(model, place, name), name => !type.GetMembers().Any(member => member.Name == name), hasContext);
            SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            return project.Solution.WithDocumentText(document.Id, text.WithChanges(Change(text, declaration, lines)));
        }
        return project.Solution;
    }

    private static TextChange Change(SourceText text, ClassDeclarationSyntax declaration, IReadOnlyList<string> lines)
    {
        string newLine = text.Lines.Count > 1 && text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) is "\r\n" ? "\r\n" : "\n";
        string outer = IndentationOf(text, declaration.SpanStart);
        string inner = declaration.Members.Count > 0 ? IndentationOf(text, declaration.Members[0].SpanStart) : outer + OneLevel;
        string added = string.Concat(lines.Select(line => (line.Length == 0 ? "" : inner + line) + newLine));
        if (declaration.OpenBraceToken.RawKind == 0)
            return new TextChange(declaration.SemicolonToken.Span, newLine + outer + "{" + newLine + added + outer + "}");
        SyntaxToken close = declaration.CloseBraceToken;
        bool isOnOwnLine = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(close.SpanStart).Start, close.SpanStart)).Trim().Length == 0;
        string gap = declaration.Members.Count > 0 ? newLine : "";
        // A closing brace keeps its own line; one that shares it gets one.
        return isOnOwnLine
            ? new TextChange(new TextSpan(text.Lines.GetLineFromPosition(close.SpanStart).Start, 0), gap + added)
            : new TextChange(new TextSpan(close.SpanStart, 0), newLine + gap + added + outer);
    }

    private static string IndentationOf(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    // As short as the place allows: an attribute is found without its ending, a generic type by its name.
    private static string NameAt(SemanticModel model, int position, string fullName)
    {
        string name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        string space = fullName.Substring(0, fullName.Length - name.Length - 1);
        bool isInScope = model.LookupNamespacesAndTypes(position).OfType<INamedTypeSymbol>()
            .Where(type => type.Name == name || type.Name == name + "Attribute")
            .Any(type => type.ContainingNamespace.ToDisplayString() == space);
        return isInScope ? name : "global::" + fullName;
    }
}
