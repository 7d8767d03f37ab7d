using Compiled.Compilation;

namespace Compiled.TestState.Slices;

/// <summary>Compiles slices, and keeps the last ones: a state is mostly tested many times over with other inputs.</summary>
internal sealed class SliceCompiler
{
    private const int MostKept = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CompiledDefinition> _compiled = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    /// <summary>The workflow of a slice; the caller's alone.</summary>
    /// <exception cref="StateTestException">The state uses something that is not compiled.</exception>
    public Workflow Compile(TestedState state, ITaskHandler? handlers, CancellationToken cancellationToken)
    {
        CompiledDefinition? definition = Find(state.Slice.Definition);
        if (definition is null)
        {
            definition = DefinitionCompiler.Compile(new DefinitionSource(state.Slice.Definition, "TestState", Inspects: true), cancellationToken);
            Keep(state.Slice.Definition, definition);
        }

        return definition.IsRunnable
            ? definition.Create(handlers)
            : throw StateTestException.Definition(string.Join(", ", definition.EmitterFaults.Select(static fault => fault.Message).DefaultIfEmpty("The state can't be compiled.")));
    }

    private CompiledDefinition? Find(string text)
    {
        lock (_lock)
            return _compiled.GetValueOrDefault(text);
    }

    private void Keep(string text, CompiledDefinition definition)
    {
        lock (_lock)
        {
            if (!_compiled.TryAdd(text, definition))
                return;
            _order.Enqueue(text);
            if (_order.Count > MostKept)
                _compiled.Remove(_order.Dequeue());
        }
    }
}
