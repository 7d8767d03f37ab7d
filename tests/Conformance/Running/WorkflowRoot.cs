using System.Reflection;
using Compiled;
using Compiled.Execution;
using Compiled.History;

namespace Conformance.Running;

/// <summary>
/// The factory of a workflow's own flow. It is protected, since hosts of the product are inside the runtime; this one is a test, so
/// it may reach for it by reflection.
/// </summary>
internal static class WorkflowRoot
{
    public static Func<Execution<RecordedHistory>, Frame<RecordedHistory>> Of(Workflow workflow) =>
        typeof(Workflow).GetMethod("NewRoot", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(Execution<RecordedHistory>)])!
            .CreateDelegate<Func<Execution<RecordedHistory>, Frame<RecordedHistory>>>(workflow);
}
