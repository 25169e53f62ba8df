package io.bihuan.hazard.evidence;

/** How to reach a bucket. */
record S3Settings(String endpoint, String region, String bucket, String accessKey, String secret) {}
