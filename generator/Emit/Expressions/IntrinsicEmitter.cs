using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>Turns a call of an intrinsic function into a call of the runtime's function of the same name.</summary>
internal sealed class IntrinsicEmitter
{
    public string Call(IntrinsicCall call, IReadOnlyList<string> arguments)
    {
        string text = CSharp.Text(call.Text);
        switch (call.Function)
        {
            case IntrinsicFunction.Format when call.Format is { } format:
                return $"Intrinsics.Format({text}, [{string.Join(", ", format.Texts.Select(CSharp.Text))}], [{string.Join(", ", arguments.Skip(1))}])";
            case IntrinsicFunction.Format:
                return $"Intrinsics.Format({text}, {arguments[0]}, [{string.Join(", ", arguments.Skip(1))}])";
            case IntrinsicFunction.UUID:
                return $"Intrinsics.UUID({text}, Execution.Random)";
            case IntrinsicFunction.MathRandom:
                return $"Intrinsics.MathRandom({text}, {string.Join(", ", arguments)}{(arguments.Count == 2 ? ", Execution.Random" : "")})";
            default:
                return $"Intrinsics.{call.Function}({string.Join(", ", arguments.Prepend(text))})";
        }
    }
}
