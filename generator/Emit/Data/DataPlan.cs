using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Data;

/// <summary>
/// Decides for one flow which states make an object that stays in locals, and which states can go on with one: see
/// docs/decisions/0005. What a state cannot cope with is built on the transition to it.
/// </summary>
internal sealed class DataPlan
{
    // Each kept member is two machine words live through all of Advance, and each further object one more case wherever data meets.
    // In a larger flow the compiler inlines no more, and a long template is made in a method of its own.
    private const int MostLocals = 16, MostObjects = 8, MostObjectsAtOnce = 3, MostParts = 8;

    private readonly Flow _flow;
    private readonly FlowShapes _shapes;
    private readonly System.Func<State, string> _nameOf;
    private readonly Dictionary<State, MemberReads> _reads = new();
    private readonly HashSet<State> _refused = [];
    private readonly List<KeptObject> _objects = [];
    private Dictionary<State, SortedSet<int>> _arrivals = new();
    private Dictionary<State, List<string>> _live = new();

    public DataPlan(Flow flow, FlowShapes shapes, System.Func<State, string> nameOf, bool keeps)
    {
        _flow = flow;
        _shapes = shapes;
        _nameOf = nameOf;
        if (!keeps || flow.States.Count > FlowEmitter.MostStatesInPlace)
            return;
        foreach (State state in flow.States)
            _reads.Add(state, MemberReads.Of(state));
        while (!TryFollow())
        {
        }
        Trace();
        if (_objects.Count <= MostObjects && Names.Count() <= MostLocals)
            return;
        _arrivals.Clear();
        _live.Clear();
    }

    /// <summary>The objects that are kept apart somewhere in the flow.</summary>
    public IReadOnlyList<KeptObject> Objects => [.. _flow.States.Select(Made).OfType<KeptObject>().Distinct()];

    /// <summary>The names of all members that have a local.</summary>
    public IEnumerable<string> Names => Objects.SelectMany(kept => kept.Names).Concat(_live.Values.SelectMany(names => names)).Distinct();

    /// <summary>The members that are compared or counted with, in a flow where that may happen again and again.</summary>
    public bool IsCounted(string name) => _flow.HasLoop && _flow.States.Any(state => IsApart(state) && _reads[state].Numbers.Contains(name));

    /// <summary>True where more than one object, or one object and whole data, meet, so that a local must tell which it is.</summary>
    public bool HasMeeting => _arrivals.Values.Any(numbers => numbers.Count > 1);

    /// <summary>Whether data can arrive in locals.</summary>
    public bool IsApart(State state) => _arrivals.TryGetValue(state, out SortedSet<int>? numbers) && numbers.Any(number => number > 0);

    /// <summary>Whether data can arrive whole, also in a state that can take it apart.</summary>
    public bool IsWhole(State state) => !IsApart(state) || _arrivals[state].Contains(0);

    /// <summary>The objects as which data can arrive in locals.</summary>
    public IReadOnlyList<KeptObject> Arriving(State state) =>
        IsApart(state) ? [.. _arrivals[state].Where(number => number > 0).Select(number => _objects[number - 1])] : [];

    /// <summary>The members that must be in their locals when the state is entered with data apart.</summary>
    public IReadOnlyList<string> Live(State state) => _live.TryGetValue(state, out List<string>? names) ? names : [];

    /// <summary>The object that the state makes and leaves in locals; null where it makes none or builds it.</summary>
    public KeptObject? Made(State state) => state is PassState pass ? MadeBy(pass) : null;

    /// <summary>True where a state gives on what it was given, without building it.</summary>
    public bool PassesOn(State state) => IsApart(state) && Passes(state);

    // ---- how data arrives

    // Goes on until no transition brings anything new; false when a state was found that cannot cope after all.
    private bool TryFollow()
    {
        _arrivals = new Dictionary<State, SortedSet<int>>();
        _objects.Clear();
        var waiting = new Queue<State>();
        void Arrive(State state, int number)
        {
            if (!_arrivals.TryGetValue(state, out SortedSet<int>? numbers))
                _arrivals.Add(state, numbers = []);
            if (numbers.Add(number))
                waiting.Enqueue(state);
        }

        foreach (State state in _flow.States.Where(state => state.IsLoopHead || state == _flow.Start))
            Arrive(state, 0);
        while (waiting.Count > 0)
        {
            State state = waiting.Dequeue();
            SortedSet<int> numbers = _arrivals[state];
            bool copes = numbers.Max == 0 || (MergesMember(state) ? numbers.Count == 1 && MadeBy((PassState)state) is not null : numbers.Count <= MostObjectsAtOnce);
            if (!copes)
            {
                _refused.Add(state);
                return false;
            }
            int[] leaving = Passes(state) && numbers.Max > 0 ? [.. numbers] : [state is PassState pass ? MadeBy(pass)?.Number ?? 0 : 0];
            foreach (State next in state.Successors)
            {
                foreach (int number in leaving)
                    Arrive(next, Copes(next) ? number : 0);
            }
        }
        return true;
    }

    private bool Copes(State state) => !_refused.Contains(state) && !_reads[state].NeedsWhole;

    private static bool Passes(State state) =>
        state is ChoiceState || state is PassState pass && (pass.ResultPath.IsNull || pass is { Parameters: null, Result: null, ResultPath.IsDefault: true });

    private static bool MergesMember(State state) => state is PassState pass && SingleName(pass.ResultPath) is not null;

    /// <summary>The member that a ResultPath of one name sets.</summary>
    public static string? SingleName(DataPath path) => path.Path is { Steps: { Count: 1 } steps, Root: PathRoot.Input } && steps[0] is NameStep name ? name.Name : null;

    private KeptObject? MadeBy(PassState pass)
    {
        if (Passes(pass) || !_arrivals.ContainsKey(pass) || pass is not { QueryLanguage: QueryLanguage.JsonPath, OutputPath.IsDefault: true, Assign: null })
            return null;
        bool isWritten = pass.ResultPath.IsDefault && pass is { Result: null, Parameters: ObjectTemplate template } && TemplateEmitter.DynamicParts(template) <= MostParts;
        bool isMerged = MergesMember(pass) && IsApart(pass);
        if (!isWritten && !isMerged)
            return null;
        // Built at once where nothing goes on with it; a member that is merged is set in its local in any case.
        if (!isMerged && (pass.Next is null || !Copes(pass.Next)))
            return null;
        Shape output = _shapes.OutputOf(pass);
        if (!output.IsExactObject || output.Members.Count == 0 || output.Members.Count > MostLocals)
            return null;
        string[] names = [.. output.Members.Select(member => member.Name)];
        KeptObject? known = _objects.FirstOrDefault(kept => kept.Names.SequenceEqual(names));
        if (known is null)
            _objects.Add(known = new KeptObject(_objects.Count + 1, _nameOf(pass) + "_Whole", names));
        return known;
    }

    // ---- which members are read later

    private void Trace()
    {
        _live = _flow.States.Where(IsApart).ToDictionary(state => state, state => _reads[state].Names.ToList());
        for (bool changes = true; changes;)
        {
            changes = false;
            foreach (State state in _flow.States.Where(PassesOn))
            {
                List<string> names = _live[state];
                int before = names.Count;
                names.AddRange(state.Successors.SelectMany(Live).Where(name => !names.Contains(name)).Distinct().ToArray());
                changes |= names.Count > before;
            }
        }
    }
}
