using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal;

/// <summary>
/// Takes the steps of a renewal; memory says before each effect what is intended, and after it what came.
/// </summary>
/// <remarks>
/// The CA keeps its present certificate until the import, which Private CA does at once or not at all: a failure before
/// it changes nothing.
/// </remarks>
public sealed class RenewalApplier(IPrivateCa privateCa, RenewalSettings settings, TimeProvider time)
{
    private readonly ImportReadBack _readBack = new(privateCa, time);

    public Task ApplyAsync(
        RenewalStep step, CaView view, RenewalJournal journal, RenewalWork work, CancellationToken cancellationToken) =>
        step switch
        {
            RenewalStep.Order order => OrderAsync(order, view, journal, work, cancellationToken),
            RenewalStep.Install install => InstallAsync(install, view, journal, work, cancellationToken),
            _ => throw new NotSupportedException($"There is no step {step.GetType().Name}."),
        };

    private async Task OrderAsync(
        RenewalStep.Order step,
        CaView view,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        var present = view.Certificate!.Thumbprint;
        work.Progress.Doing = $"having the certificate of CA {settings.Ca.CaId} reissued by CA {step.Issuer.CaId}";
        await journal.RecordAsync(
            memory => memory.Attempt?.Replaces == present
                ? memory
                : memory with { Attempt = new RenewalAttempt(present, 1, work.At) },
            cancellationToken);

        var attempt = journal.Memory.Attempt!;
        var order = new CertificateOrder(
            await privateCa.GetCsrAsync(settings.Ca, cancellationToken),
            step.Template,
            step.SigningAlgorithm,
            step.Term.Validity,
            IdempotencyToken.For($"{settings.Ca}/{present}/{attempt.Number}", "ca-renewal"))
        {
            Extensions = step.Extensions,
        };
        var arn = await privateCa.IssueAsync(step.Issuer, order, cancellationToken);
        await journal.RecordAsync(
            memory => memory with { Attempt = attempt with { CertificateArn = arn } }, cancellationToken);
        work.Log.Noted(settings.Ca.ToString(), $"CA {step.Issuer.CaId} issues {arn}.");
    }

    private async Task InstallAsync(
        RenewalStep.Install step,
        CaView view,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        var (attempt, terms) = (journal.Memory.Attempt!, settings.Reissue!);
        work.Progress.Doing = $"waiting for the reissued certificate of CA {settings.Ca.CaId}";
        var issued = await GetIssuedAsync(step.Issuer, attempt, journal, work, cancellationToken);
        var problems = SuccessorCheck.Problems(view.Installed!, issued, terms);
        if (problems.Count > 0)
        {
            throw await GivenUpAsync(
                attempt,
                journal,
                work,
                $"CA {step.Issuer.CaId} issued {attempt.CertificateArn}, which cannot be the successor: "
                + $"{string.Join("; ", problems)}.",
                innerException: null,
                cancellationToken);
        }

        // A root's own certificate comes with a chain of itself at times; the import of a root takes none.
        var successor = terms.Parent is null ? issued with { Chain = null } : issued;
        var certificate = ParsedCertificate.FromDer(successor.CertificateDer()).ToCaCertificate(issuerThumbprint: null);
        await journal.RecordAsync(
            memory => memory with { Attempt = attempt with { Thumbprint = certificate.Thumbprint } },
            cancellationToken);

        work.Progress.Doing = $"installing the reissued certificate of CA {settings.Ca.CaId}";
        await privateCa.ImportAsync(settings.Ca, successor, cancellationToken);
        await _readBack.AwaitAsync(settings.Ca, successor, cancellationToken);
        work.Log.Changed(
            settings.Ca.ToString(),
            "CA certificate",
            $"SHA-256 {view.Certificate!.Thumbprint}",
            $"SHA-256 {certificate.Thumbprint}, issued by {step.Issuer}");
    }

    private async Task<CertificateAndChain> GetIssuedAsync(
        CaArn issuer,
        RenewalAttempt attempt,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        try
        {
            return await privateCa.GetIssuedAsync(issuer, attempt.CertificateArn!, cancellationToken);
        }
        catch (ServiceException useless) when (useless.Failure is ServiceFailure.NotFound or ServiceFailure.Rejected)
        {
            throw await GivenUpAsync(
                attempt,
                journal,
                work,
                $"What CA {issuer.CaId} was asked to issue, {attempt.CertificateArn}, cannot be had: {useless.Message}",
                useless,
                cancellationToken);
        }
    }

    private static async Task<RenewalException> GivenUpAsync(
        RenewalAttempt attempt,
        RenewalJournal journal,
        RenewalWork work,
        string what,
        Exception? innerException,
        CancellationToken cancellationToken)
    {
        await journal.RecordAsync(
            memory => memory with { Attempt = attempt.Next(work.At) }, cancellationToken);
        return new RenewalException(
            "successor-useless",
            $"{what} It was not imported; the CA keeps the certificate that it has. The next run orders another one.",
            innerException);
    }
}
