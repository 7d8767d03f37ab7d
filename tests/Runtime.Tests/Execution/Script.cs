using Compiled.Execution;
using Compiled.History;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>A workflow whose frames read their states from a script, so that a test is as short as a definition.</summary>
internal sealed class Script : Workflow
{
    private readonly Dictionary<ScriptState, int> _numbers = [];
    private readonly ScriptState[] _flow;

    public Script(params ScriptState[] flow)
        : this(flow, MachineType.Standard, null)
    {
    }

    private Script(ScriptState[] flow, MachineType type, long? timeoutSeconds)
    {
        _flow = flow;
        List<StateInfo> states = [];
        Number(flow, states);
        Machine = new MachineInfo("script", "{}", type, timeoutSeconds, [.. states]);
        TaskHandlers = Handlers;
    }

    public static Script Of(MachineType type, long? timeoutSeconds, params ScriptState[] flow) => new(flow, type, timeoutSeconds);

    public TaskHandlerRegistry Handlers { get; } = new();

    public override MachineInfo Machine { get; }

    public int NumberOf(ScriptState state) => _numbers[state];

    public Script On(string resource, Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> handler)
    {
        Handlers.Add(resource, handler);
        return this;
    }

    public Script On(string resource, Func<JsonValue, JsonValue> handler)
    {
        Handlers.Add(resource, handler);
        return this;
    }

    protected override Frame<NoHistory> NewRoot(Execution<NoHistory> execution) => new ScriptFrame<NoHistory>(execution, null, this, _flow);

    protected override Frame<RecordedHistory> NewRoot(Execution<RecordedHistory> execution) => new ScriptFrame<RecordedHistory>(execution, null, this, _flow);

    private void Number(ScriptState[] flow, List<StateInfo> states)
    {
        foreach (ScriptState state in flow)
        {
            _numbers.Add(state, states.Count);
            states.Add(Info(state));
            foreach (ScriptState[] inner in state.Flows)
                Number(inner, states);
        }
    }

    private static StateInfo Info(ScriptState state)
    {
        string[] parts = state.Resource.Split(':');
        if (state.Resource.Contains(":activity:"))
            return new StateInfo(state.Name, state.Type) { Resource = state.Resource, ResourceKind = ResourceKind.Activity };
        if (!state.Resource.Contains(":states:"))
            return new StateInfo(state.Name, state.Type) { Resource = state.Resource, ResourceKind = state.Type == StateType.Task ? ResourceKind.Lambda : ResourceKind.None };
        bool isSdk = parts[5] == "aws-sdk";
        string action = isSdk ? parts[7] : parts[6];
        IntegrationPattern pattern = action.EndsWith(".sync") ? parts[^1] == "2" ? IntegrationPattern.Sync2 : IntegrationPattern.Sync : action.EndsWith(".waitForTaskToken") ? IntegrationPattern.WaitForTaskToken : default;
        return new StateInfo(state.Name, state.Type)
        {
            Resource = state.Resource,
            ResourceKind = ResourceKind.Integration,
            ResourceService = isSdk ? "aws-sdk:" + parts[6] : parts[5],
            ResourceAction = action.Split('.')[0],
            Pattern = pattern,
        };
    }
}
