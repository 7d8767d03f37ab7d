using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Writing;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>A text of <c>States.Format</c>.</summary>
/// <param name="name">The local that holds it where it is needed before.</param>
/// <param name="code">The C# expression that makes it.</param>
/// <param name="texts">What stands around the arguments.</param>
/// <param name="arguments">Locals and constants, known to be there.</param>
internal sealed class FastFormat(string name, string code, IReadOnlyList<string> texts, IReadOnlyList<FastValue> arguments) : FastText(name, code)
{
    /// <summary>A text, which is put together where the output is written if nobody needs it before.</summary>
    /// <param name="path">The path.</param>
    /// <param name="code">The C# expression that makes it.</param>
    /// <param name="texts">What stands around the arguments.</param>
    /// <param name="arguments">The arguments.</param>
    public static FastValue Make(FastPathWriter path, string code, IReadOnlyList<string> texts, IReadOnlyList<FastValue> arguments)
    {
        string name = path.Locals.NewName();
        bool isSimple = arguments.Count > 0 && arguments.All(argument => argument is FastConstant or FastLocal or FastInteger) && texts.All(FastOutput.IsPlain);
        // In a loop the arguments' locals change, and what handlers are given is built as it goes.
        if (path.Flows.HasLoop || !isSimple || path.Builder.IsNeeded(name))
        {
            path.Locals.Use(name);
            return path.Take(name, code, mayBeLarge: true, isPresent: true);
        }
        var format = new FastFormat(name, code, texts, arguments);
        string most = string.Join(" + ", arguments.Select(argument => $"Intrinsics.MostFormatted({path.Builder.Build(argument)})"));
        path.Leave($"{most} > MostBytes - {CSharp.Number(format.Own)}");
        return format;
    }

    public IReadOnlyList<string> Texts { get; } = texts;

    public IReadOnlyList<FastValue> Arguments { get; } = arguments;

    /// <summary>The bytes of the texts and the quotes.</summary>
    private int Own => 2 + Texts.Sum(text => 6 * text.Length);

    public override bool Mentions(string local) =>
        Arguments.Any(argument => argument is FastLocal read && read.Name == local || argument is FastInteger number && number.Name == local);
}
