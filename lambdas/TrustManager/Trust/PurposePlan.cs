using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Decides the steps of one purpose: add, enable, and only then disable and remove.</summary>
internal sealed class PurposePlan(PurposeView view, int? ceiling)
{
    private readonly List<TrustStep> _steps = [];
    private readonly List<TrustStep> _last = [];
    private readonly List<string> _refusals = [];
    private readonly List<string> _notes = [];

    /// <summary>Leaving certificates that went early, to make room.</summary>
    private readonly HashSet<string> _gone = [];

    public IReadOnlyList<TrustStep> Steps => [.. _steps, .. _last];

    public IReadOnlyList<string> Refusals => _refusals;

    public IReadOnlyList<string> Notes => _notes;

    private CertificatePurpose Purpose => view.Purpose;

    private string Use => PurposeName.Of(Purpose);

    public void Decide()
    {
        if (view.Desired is { Certificates.Count: 0 })
        {
            _refusals.Add(
                $"No CA certificate is left for {Use}; an empty list would take away every certificate at once. List at "
                + "least one, or remove the whole section from the environment file.");
            return;
        }

        NoteForeign();
        var missing = Registrable();
        Repair();
        Add(missing);
        AwaitOthers();
        if (view.Desired is { } desired)
        {
            var urls = new OcspChange(view, desired);
            urls.Decide(_steps, _refusals);
        }

        Switch();
        Remove(missing.Count);
    }

    private void NoteForeign()
    {
        foreach (var entry in view.Foreign)
        {
            var wanted = view.Wanted.FirstOrDefault(wanted => wanted.Entry == entry);
            var url = wanted is not null && entry.OcspUrl != view.Desired?.OcspUrl
                ? $"; its OCSP URL is {entry.OcspUrl ?? "none"} and not {view.Desired?.OcspUrl ?? "none"}, which only "
                    + "its owner can change"
                : "";
            _notes.Add($"'{entry.CommonName}' ({entry.Id}, {Use}) was registered by others and is left alone{url}.");
        }
    }

    /// <summary>What is missing and can be registered.</summary>
    private List<WantedCertificate> Registrable()
    {
        List<WantedCertificate> registrable = [];
        foreach (var wanted in view.Wanted.Where(wanted => wanted.IsMissing))
        {
            var certificate = wanted.Certificate;
            if (certificate.IsRegistrable(view.Now))
            {
                registrable.Add(wanted);
                continue;
            }

            var what = $"'{certificate.CommonName}' ({certificate.Thumbprint}) expires on {certificate.NotAfter:yyyy-MM-dd} "
                + $"and could be registered until {certificate.LastDay()}, 90 days before";
            if (wanted.WasRemoved)
            {
                _notes.Add($"{what}: it was registered for {Use}, was removed, and cannot come back.");
            }
            else
            {
                _refusals.Add($"{what}: list its successor for {Use} instead.");
            }
        }

        return registrable;
    }

    /// <summary>A failed registration of ours serves nobody; its slot is free again once it is gone.</summary>
    private void Repair()
    {
        foreach (var broken in view.Wanted.Where(wanted => wanted.IsBroken))
        {
            Take(broken.Entry!, "its registration failed and is repeated");
        }

        foreach (var broken in view.Leaving.Where(leaving => leaving.Entry.IsBroken()))
        {
            Take(broken.Entry, "its registration failed and it is wanted no more");
        }
    }

    private void Add(List<WantedCertificate> missing)
    {
        var room = new Room(view, ceiling, missing, _gone.Count);
        foreach (var dead in room.FreedFirst)
        {
            Take(dead.Entry, "it is of no use any more, and its slot is needed");
        }

        if (room.Refusal is { } refusal)
        {
            _refusals.Add(refusal);
            return;
        }

        // What is still on its way out may keep the same certificate from being registered.
        foreach (var going in view.Listed.Where(entry =>
            !entry.IsThere && missing.Exists(wanted => entry.LooksLike(wanted.Certificate))))
        {
            _steps.Add(new TrustStep.AwaitDeregistered(Purpose, going.Id, going.CommonName));
        }

        WantedCertificate[] first = [.. missing.Take(missing.Count - room.Swapped.Count)];
        _steps.AddRange(first.Select(Register));
        _steps.AddRange(first.Select(Await));
        foreach (var (leaving, successor) in room.Swapped.Zip(missing.Skip(first.Length)))
        {
            Take(leaving.Entry, $"no slot is free for '{successor.Certificate.CommonName}', and the gap is allowed");
            _steps.Add(Register(successor));
            _steps.Add(Await(successor));
        }
    }

    private void AwaitOthers() => _steps.AddRange(
        view.Wanted.Where(wanted => wanted.Entry?.State == RegistrationState.Registering).Select(Await));

    private void Switch()
    {
        if (view.Desired is { Enabled: true })
        {
            if (!view.Feature.IsOn)
            {
                _steps.Add(new TrustStep.Enable(Purpose));
            }

            if (view.Feature.Status != FeatureStatus.Enabled)
            {
                _steps.Add(new TrustStep.AwaitEnabled(Purpose));
            }
        }
        else if (view.Feature.IsOn && view.EnabledByUs)
        {
            _last.Add(new TrustStep.Disable(Purpose));
        }
        else if (view.Feature.IsOn)
        {
            _notes.Add($"{Use} was enabled by others and stays enabled.");
        }
    }

    private void Remove(int added)
    {
        List<LeavingCertificate> leaving = [.. view.Leaving.Where(leaving => !_gone.Contains(leaving.Entry.Id))];
        var staysOn = view.Desired is { Enabled: true } || (view.Feature.IsOn && !view.EnabledByUs);
        var staying = added + view.Wanted.Count(wanted => wanted.Entry is { } entry && WillBeUsable(entry))
            + view.Foreign.Count(entry => entry.IsUsable(view.Now) && view.Wanted.All(wanted => wanted.Entry != entry));
        if (staysOn && staying == 0
            && leaving.Where(one => one.Entry.IsUsable(view.Now)).MaxBy(one => one.Entry.Expires) is { } kept)
        {
            leaving.Remove(kept);
            _notes.Add(
                $"'{kept.Entry.CommonName}' ({kept.Entry.Id}) is the last usable certificate of {Use}, which stays "
                + "enabled: it is left registered.");
        }

        foreach (var one in leaving)
        {
            _last.Add(Deregister(one.Entry, "it is wanted no more"));
        }

        foreach (var one in leaving)
        {
            _last.Add(new TrustStep.AwaitDeregistered(Purpose, one.Entry.Id, one.Entry.CommonName));
        }
    }

    private bool WillBeUsable(RegisteredCertificate entry) =>
        entry.IsUsable(view.Now) || entry.State == RegistrationState.Registering;

    private void Take(RegisteredCertificate entry, string why)
    {
        _gone.Add(entry.Id);
        _steps.Add(Deregister(entry, why));
        _steps.Add(new TrustStep.AwaitDeregistered(Purpose, entry.Id, entry.CommonName));
    }

    private TrustStep.Register Register(WantedCertificate wanted) =>
        new(Purpose, wanted.Certificate, view.Desired?.OcspUrl);

    private TrustStep.AwaitRegistered Await(WantedCertificate wanted) => new(Purpose, wanted.Certificate);

    private TrustStep.Deregister Deregister(RegisteredCertificate entry, string why) =>
        new(Purpose, entry.Id, entry.CommonName, why);
}
