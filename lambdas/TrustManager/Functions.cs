using Amazon.ACMPCA;
using Amazon.S3;
using Infra.TrustManager.Activation;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager;

/// <summary>Puts together the function that the environment names; the clients are built once per process.</summary>
public static class Functions
{
    /// <summary>
    /// Time for one of the SDK's three attempts. Private CA checks the bucket while it is asked to change, which takes
    /// seconds; with the SDK's own 100 seconds one dead connection would eat a third of the function's time.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <param name="ending">Cancelled when Lambda is about to end the process.</param>
    /// <exception cref="InvalidOperationException">The environment names no function that there is.</exception>
    public static CustomResourceFunction FromEnvironment(CancellationToken ending)
    {
        var time = TimeProvider.System;
        var name = FunctionChoice.From(Environment.GetEnvironmentVariable);
        var patience = new Patience(time);
        var privateCa = new PatientPrivateCa(
            new AcmPrivateCa(new AmazonACMPCAClient(new AmazonACMPCAConfig { Timeout = AttemptTimeout })), patience);
        return new CustomResourceFunction(
            name == TrustManagerVariables.CaActivation
                ? CaActivation(privateCa, time)
                : CaRevocation(privateCa, patience, time),
            new HttpAnswerChannel(new HttpClient(), time),
            new EventLog(Console.OpenStandardOutput(), time),
            time,
            ending);
    }

    private static CaRevocationResource CaRevocation(IPrivateCa privateCa, Patience patience, TimeProvider time)
    {
        var s3 = new AmazonS3Client(new AmazonS3Config { Timeout = AttemptTimeout });
        return CaRevocationResource.Over(
            privateCa,
            new PatientRestorePoints(new S3RestorePoints(s3), patience),
            new PatientCrlObjects(new S3CrlObjects(s3), patience),
            time);
    }

    private static CaActivationResource CaActivation(IPrivateCa privateCa, TimeProvider time) =>
        new(privateCa, new SubordinateCertificate(privateCa), time);
}
