using System.Globalization;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust.Forecast;

/// <summary>A directory as it will be once plans were done, all of which succeed and take no time.</summary>
/// <param name="Imagined">How many certificates got an id that no directory gave.</param>
internal sealed record ImaginedDirectory(DirectoryState State, TrustMemory Memory, int Imagined = 0)
{
    public ImaginedDirectory After(TrustPlan plan, DateTimeOffset at)
    {
        var after = plan.Refusals.Count > 0
            ? this
            : plan.Steps.Aggregate(this, (directory, step) => directory.After(step));
        return after with { Memory = after.Memory.Recalling(after.State, at) };
    }

    private ImaginedDirectory After(TrustStep step) => step switch
    {
        TrustStep.Register register => Registered(register),
        TrustStep.Identify identify => this with
        {
            Memory = Memory.Identified(identify.Id, identify.Certificate.Thumbprint),
        },
        TrustStep.AwaitRegistered wait => this with
        {
            State = Changed(entry => entry.Purpose == wait.Purpose && entry.State == RegistrationState.Registering
                ? entry with { State = RegistrationState.Registered }
                : entry),
        },
        TrustStep.Deregister deregister => this with
        {
            State = State with { Certificates = [.. State.Certificates.Where(entry => entry.Id != deregister.Id)] },
            Memory = Memory.Phased(deregister.Id, MemoryPhase.Removed),
        },
        TrustStep.Enable enable => this with
        {
            State = Switched(enable.Purpose, FeatureStatus.Enabled),
            Memory = Memory.Enabled(enable.Purpose, FeatureStatus.Disabled),
        },
        TrustStep.AwaitEnabled wait => this with { State = Switched(wait.Purpose, FeatureStatus.Enabled) },
        TrustStep.Disable disable => this with
        {
            State = Switched(disable.Purpose, FeatureStatus.Disabled),
            Memory = Memory.Disabled(disable.Purpose),
        },
        _ => this,
    };

    private ImaginedDirectory Registered(TrustStep.Register step)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"to come, {Imagined + 1}");
        var entry = new RegisteredCertificate(
            id,
            step.Purpose,
            step.Certificate.CommonName,
            step.Certificate.NotAfter,
            RegistrationState.Registered,
            step.OcspUrl);
        return new ImaginedDirectory(
            State with { Certificates = [.. State.Certificates, entry] },
            Memory.With(new RememberedCertificate(
                step.Certificate, step.Purpose, id, step.OcspUrl, MemoryPhase.Registered, [])),
            Imagined + 1);
    }

    private DirectoryState Changed(Func<RegisteredCertificate, RegisteredCertificate> change) =>
        State with { Certificates = [.. State.Certificates.Select(change)] };

    private DirectoryState Switched(CertificatePurpose purpose, FeatureStatus status) =>
        purpose == CertificatePurpose.SmartCard
            ? State with { SmartCard = new DirectoryFeature(status) }
            : State with { Ldaps = new DirectoryFeature(status) };
}
