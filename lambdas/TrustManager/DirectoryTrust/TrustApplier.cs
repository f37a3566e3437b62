using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Makes a directory trust what is desired: reads, plans, and does one step after the other.</summary>
public sealed class TrustApplier(IDirectoryService directory, TimeProvider time)
{
    /// <summary>
    /// How often one run plans: once more when it was found out what others registered, for each purpose whose ceiling is
    /// learned, and when others take the slot that was freed.
    /// </summary>
    private const int MaxPlans = 5;

    private readonly DirectoryReader _reader = new(directory);

    /// <exception cref="ResourceException">It is refused or failed; says why and what to do.</exception>
    /// <exception cref="UnfinishedException">The directory takes longer than the invocation has time.</exception>
    public async Task<TrustOutcome> ApplyAsync(
        TrustTask task, TrustJournal journal, TrustWork work, CancellationToken cancellationToken)
    {
        var run = new TrustRun(directory, task, journal, work, time);
        var ceilings = task.Ceilings;
        for (var round = 1; ; round++)
        {
            var plan = await PlanAsync(run, task, ceilings, cancellationToken);
            if (plan.Refusals.Count > 0)
            {
                throw new ResourceException(Refused(plan, run));
            }

            // What follows was decided as if these were what they look like, and is decided again.
            TrustStep[] first = [.. plan.Steps.Where(step => step is TrustStep.Identify)];
            var isDecidedAgain = first.Length > 0 && round < MaxPlans;
            try
            {
                foreach (var step in isDecidedAgain ? first : plan.Steps)
                {
                    work.Progress.Doing = $"working on directory {task.DirectoryId}: {step.Text}";
                    await DoAsync(run, step, cancellationToken);
                }
            }
            catch (DirectoryFullException full) when (round < MaxPlans)
            {
                ceilings = ceilings.With(full.Purpose, full.Count);
                continue;
            }

            if (isDecidedAgain)
            {
                continue;
            }

            var state = await _reader.ReadAsync(task.DirectoryId, task.Desired, journal.Memory, cancellationToken);
            return new TrustOutcome(state, [.. plan.Notes, .. run.Notes, .. Later(plan)], run.Changed)
            {
                Done = run.Done,
                Waiting = plan.Waiting,
            };
        }
    }

    private async Task<TrustPlan> PlanAsync(
        TrustRun run, TrustTask task, Ceilings ceilings, CancellationToken cancellationToken)
    {
        run.Work.Progress.Doing = $"reading what directory {task.DirectoryId} trusts";
        var journal = run.Journal;
        var state = await _reader.ReadAsync(task.DirectoryId, task.Desired, journal.Memory, cancellationToken);
        await journal.RecordAsync(
            memory => Recalled(memory, task, state, run.Occasion),
            cancellationToken);
        var plan = TrustPlan.Between(state, journal.Memory, task.Desired, ceilings, task.Rules, task.At);
        return task.Rules.Mode == RotationMode.AddOnly
            ? plan with { Steps = AddOnly.Of(plan.Steps, state, ceilings) }
            : plan;
    }

    private static TrustMemory Recalled(TrustMemory memory, TrustTask task, DirectoryState state, Occasion occasion)
    {
        memory = memory.Recalling(state, occasion.At, occasion.Request);
        memory = task.Adopt
            ? memory.Adopting(state.Certificates, task.Desired, occasion).Recalling(state, occasion.At, occasion.Request)
            : memory;
        return memory.Withholding(task.Desired, state, occasion);
    }

    private static Task DoAsync(TrustRun run, TrustStep step, CancellationToken cancellationToken) => step switch
    {
        TrustStep.Register register => Registration.BeginAsync(run, register, cancellationToken),
        TrustStep.Identify identify => Identifying.FindOutAsync(run, identify, cancellationToken),
        TrustStep.AwaitRegistered wait => Registration.AwaitAsync(run, wait, cancellationToken),
        TrustStep.Deregister deregister => Deregistration.BeginAsync(run, deregister, cancellationToken),
        TrustStep.AwaitDeregistered wait => Deregistration.AwaitAsync(run, wait, cancellationToken),
        TrustStep.Enable enable => FeatureSwitch.EnableAsync(run, enable, cancellationToken),
        TrustStep.AwaitEnabled wait => FeatureSwitch.AwaitAsync(run, wait, cancellationToken),
        TrustStep.Disable disable => FeatureSwitch.DisableAsync(run, disable, cancellationToken),
        _ => throw new InvalidOperationException($"There is no way to do {step.GetType().Name}."),
    };

    private static IEnumerable<string> Later(TrustPlan plan) => plan.Waiting.Count == 0
        ? []
        : [$"Scheduled runs do the rest, {string.Join("; ", plan.Waiting.Select(waiting => waiting.Text))}."];

    private static string Refused(TrustPlan plan, TrustRun run) =>
        string.Join(" ", plan.Refusals) + (run.Changed
            ? " What was done so far is recorded, and the next deployment goes on from there."
            : " Nothing was changed.");
}
