using System;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Goes on with each item of the results.</summary>
internal sealed class ActionSink(Action<Term> result, Action<Term> item) : Sink
{
    public override void Result(Term term) => result(term);

    public override void Item(Term term) => item(term);
}
