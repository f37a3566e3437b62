using System.Diagnostics;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;
using Xunit.Abstractions;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>A list that a client cannot parse must not be accepted: OpenSSL is asked about damaged ones.</summary>
public sealed class OpenSslComparisonTests(ITestOutputHelper output)
{
    /// <summary>How many damaged lists are compared; more with the variable, some four milliseconds each.</summary>
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("CRL_COMPARISONS"), out var count) ? count : 300;

    [Fact]
    public void No_damaged_list_is_accepted_that_openssl_refuses()
    {
        if (!HasOpenSsl())
        {
            output.WriteLine("SKIPPED: the openssl command is not installed.");
            return;
        }

        using var ca = new SomeCa("Some CA of an agency");
        byte[][] originals = [ca.Crl(), Some.Crl(revoked: 3)];
        var random = new Random(20261130);
        var (accepted, stricter) = (0, 0);
        List<string> laxer = [];
        var file = Path.GetTempFileName();
        try
        {
            for (var i = 0; i < Count; i++)
            {
                var original = originals[i % originals.Length];
                var damaged = Damaged(original, random);
                File.WriteAllBytes(file, damaged);
                var (ours, theirs) = (DocumentReader.Read(damaged, DocumentKind.Crl), OpenSslReads(file));
                accepted += ours.Facts is not null ? 1 : 0;
                stricter += ours.Facts is null && theirs ? 1 : 0;
                if (ours.Facts is not null && !theirs)
                {
                    laxer.Add(Convert.ToBase64String(damaged));
                }
            }
        }
        finally
        {
            File.Delete(file);
        }

        output.WriteLine($"{Count} damaged lists: {accepted} accepted, {stricter} refused that openssl reads.");
        Assert.Empty(laxer);
    }

    /// <summary>One to three bytes changed, or one taken out or put in.</summary>
    private static byte[] Damaged(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        switch (random.Next(4))
        {
            case 0:
                bytes.RemoveAt(random.Next(bytes.Count));
                break;
            case 1:
                bytes.Insert(random.Next(bytes.Count), (byte)random.Next(256));
                break;
            default:
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                }

                break;
        }

        return [.. bytes];
    }

    private static bool HasOpenSsl()
    {
        try
        {
            return Run("version") == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool OpenSslReads(string file) => Run("crl", "-inform", "DER", "-in", file, "-noout") == 0;

    private static int Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
